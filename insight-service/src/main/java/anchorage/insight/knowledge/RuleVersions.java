package anchorage.insight.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Rules that people make, in versions. Each becomes known at a moment like everything else, so an answer as of an earlier
 * one does not know it.
 */
@ApplicationScoped
public class RuleVersions {

    private final Jdbi database;
    private final Knowledge knowledge;
    private final ObjectMapper json;

    /** Versions that were read, until a further one is made: every question asks for them. */
    private final ConcurrentMap<Kind, List<Version<?>>> remembered = new ConcurrentHashMap<>();

    RuleVersions(Jdbi database, Knowledge knowledge, ObjectMapper json) {
        this.database = database;
        this.knowledge = knowledge;
        this.json = json;
    }

    /** What sort of rule. */
    public enum Kind {
        LOCAL_DEFINITION,
        SCOPE_RULES
    }

    /** A rule, and since when it is known. */
    public record Version<T>(T rule, Instant knownFrom) {}

    /** All versions of all rules of a kind, in the order in which they were made. */
    public <T> List<Version<T>> all(Kind kind, Class<T> type) {
        return remembered.computeIfAbsent(kind, each -> read(kind, type)).stream()
                .map(version -> new Version<>(type.cast(version.rule()), version.knownFrom()))
                .toList();
    }

    private List<Version<?>> read(Kind kind, Class<?> type) {
        return database.withHandle(handle -> handle.createQuery(
                        "SELECT rule, known_from FROM rule_version WHERE kind = :kind ORDER BY known_from")
                .bind("kind", kind.name())
                .<Version<?>>map((row, context) -> new Version<>(
                        read(row.getString("rule"), type),
                        row.getTimestamp("known_from").toInstant()))
                .list());
    }

    /**
     * Keeps a further version of a rule.
     *
     * @param shipped how many versions of that name the service came with
     * @param made makes the rule of its version
     */
    public <T> T add(Kind kind, String name, int shipped, String madeBy, IntFunction<T> made) {
        var adding = new Adding<>(kind, name, shipped, madeBy, made);
        knowledge.learn(adding);
        return adding.kept;
    }

    private static int versions(Handle transaction, Kind kind, String name) {
        return transaction
                .createQuery("SELECT count(*) FROM rule_version WHERE kind = :kind AND name = :name")
                .bind("kind", kind.name())
                .bind("name", name)
                .mapTo(Integer.class)
                .one();
    }

    private <T> T read(String rule, Class<T> type) {
        try {
            return json.readValue(rule, type);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException("a stored rule cannot be read", damaged);
        }
    }

    private String written(Object rule) {
        try {
            return json.writeValueAsString(rule);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A version comes to be known. */
    private final class Adding<T> implements Knowledge.Change {

        private final Kind kind;
        private final String name;
        private final int shipped;
        private final String madeBy;
        private final IntFunction<T> made;
        private T kept;

        Adding(Kind kind, String name, int shipped, String madeBy, IntFunction<T> made) {
            this.kind = kind;
            this.name = name;
            this.shipped = shipped;
            this.madeBy = madeBy;
            this.made = made;
        }

        @Override
        public boolean make(Handle transaction, Instant moment) {
            var version = shipped + versions(transaction, kind, name) + 1;
            kept = made.apply(version);
            transaction.execute(
                    "INSERT INTO rule_version (kind, name, version, rule, made_by, known_from) VALUES (?, ?, ?, CAST(? AS jsonb), ?, ?)",
                    kind.name(),
                    name,
                    version,
                    written(kept),
                    madeBy,
                    java.sql.Timestamp.from(moment));
            return true;
        }

        @Override
        public void committed(Instant moment) {
            remembered.remove(kind);
        }
    }
}
