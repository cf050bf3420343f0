package anchorage.insight.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** All facts that others have stated, kept in PostgreSQL and mirrored in the engine that answers questions. */
@ApplicationScoped
public class KnownFacts {

    /** When and by whom a thing was said is not a part of what was said. */
    private static final Set<String> CIRCUMSTANCES = Set.of("at", "decidedAt");

    private final Jdbi database;
    private final Knowledge knowledge;
    private final FactMirror mirror;
    private final ObjectMapper json;

    KnownFacts(Jdbi database, Knowledge knowledge, FactMirror mirror, ObjectMapper json) {
        this.database = database;
        this.knowledge = knowledge;
        this.mirror = mirror;
        this.json = json;
    }

    /** A fact, and for how long it was what we knew. */
    record Fact(FactKind kind, String key, JsonNode body, Instant knownFrom, Instant knownUntil) {}

    void fillMirror(@Observes @Priority(2) StartupEvent started) {
        database.useHandle(handle -> {
            var all = handle.createQuery("SELECT kind, key, fact, known_from, known_until FROM known_fact ORDER BY id")
                    .setFetchSize(2000)
                    .map((row, context) -> new Fact(
                            FactKind.valueOf(row.getString("kind")),
                            row.getString("key"),
                            read(row.getString("fact")),
                            row.getTimestamp("known_from").toInstant(),
                            until(row.getTimestamp("known_until"))))
                    .list();
            mirror.add(all);
        });
    }

    /** Takes note of what was stated; what we know already changes nothing. */
    public void learn(FactKind kind, Map<String, JsonNode> stated) {
        if (!stated.isEmpty()) {
            knowledge.learn(new Stated(kind, stated));
        }
    }

    /** The last moment, not after the one given, at which what we know of these kinds changed. */
    public Instant lastChange(Set<FactKind> kinds, Instant notAfter) {
        return mirror.lastChange(kinds, notAfter);
    }

    private static Instant until(Timestamp timestamp) {
        return timestamp.getTime() > FactMirror.FOR_EVER.toEpochMilli() ? FactMirror.FOR_EVER : timestamp.toInstant();
    }

    private JsonNode read(String fact) {
        try {
            return json.readTree(fact);
        } catch (IOException damaged) {
            throw new UncheckedIOException("a stored fact cannot be read", damaged);
        }
    }

    private static String digest(JsonNode fact) {
        var content = fact.deepCopy();
        if (content instanceof ObjectNode object) {
            object.remove(CIRCUMSTANCES);
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(content.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Facts of one kind, as they arrived together. */
    private final class Stated implements Knowledge.Change {

        private final FactKind kind;
        private final Map<String, JsonNode> stated;
        private final Map<String, JsonNode> fresh = new LinkedHashMap<>();
        private final Set<String> replaced = new HashSet<>();

        Stated(FactKind kind, Map<String, JsonNode> stated) {
            this.kind = kind;
            this.stated = stated;
        }

        @Override
        public boolean make(Handle transaction, Instant moment) {
            var known = digests(transaction);
            var retire = transaction.prepareBatch("""
                    UPDATE known_fact SET known_until = :moment
                    WHERE kind = :kind AND key = :key AND known_until = 'infinity'
                    """);
            var insert = transaction.prepareBatch("""
                    INSERT INTO known_fact (kind, key, fact, digest, known_from)
                    VALUES (:kind, :key, CAST(:fact AS jsonb), :digest, :moment)
                    """);
            stated.forEach((key, fact) -> {
                var digest = digest(fact);
                if (digest.equals(known.get(key))) {
                    return;
                }
                fresh.put(key, fact);
                if (known.containsKey(key)) {
                    replaced.add(key);
                    retire.bind("moment", moment)
                            .bind("kind", kind.name())
                            .bind("key", key)
                            .add();
                }
                insert.bind("kind", kind.name())
                        .bind("key", key)
                        .bind("fact", fact.toString())
                        .bind("digest", digest)
                        .bind("moment", moment)
                        .add();
            });
            if (fresh.isEmpty()) {
                return false;
            }
            if (!replaced.isEmpty()) {
                retire.execute();
            }
            insert.execute();
            return true;
        }

        @Override
        public void committed(Instant moment) {
            mirror.retire(kind, replaced, moment);
            List<Fact> facts = new ArrayList<>();
            fresh.forEach((key, body) -> facts.add(new Fact(kind, key, body, moment, FactMirror.FOR_EVER)));
            mirror.add(facts);
        }

        private Map<String, String> digests(Handle transaction) {
            var known = new HashMap<String, String>();
            transaction
                    .createQuery("""
                            SELECT key, digest FROM known_fact
                            WHERE kind = :kind AND key = ANY(:keys) AND known_until = 'infinity'
                            """)
                    .bind("kind", kind.name())
                    .bindArray("keys", String.class, List.copyOf(stated.keySet()))
                    .map((row, context) -> Map.entry(row.getString("key"), row.getString("digest")))
                    .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
            return known;
        }
    }
}
