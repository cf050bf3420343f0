package anchorage.insight.knowledge;

import anchorage.insight.knowledge.Engine.EngineFailed;
import anchorage.insight.knowledge.KnownFacts.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/**
 * The facts as tables of the engine. Each row says from when and until when it was what we knew; a table holds all that
 * was ever known, so a question chooses its moment.
 */
@ApplicationScoped
class FactMirror {

    /** A moment that no question reaches. */
    static final Instant FOR_EVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE anchor (anchor VARCHAR, name VARCHAR, kind VARCHAR, home_place VARCHAR, sharing VARCHAR,
                known_from TIMESTAMP, known_until TIMESTAMP)
            """,
            """
            CREATE TABLE place (code VARCHAR, name VARCHAR, kind VARCHAR, known_from TIMESTAMP, known_until TIMESTAMP)
            """,
            "CREATE TABLE place_within (code VARCHAR, larger VARCHAR, known_from TIMESTAMP, known_until TIMESTAMP)",
            """
            CREATE TABLE identification (mention UUID, supplier UUID, method VARCHAR, score DECIMAL(5, 4),
                state VARCHAR, explanation VARCHAR, known_from TIMESTAMP, known_until TIMESTAMP)
            """,
            """
            CREATE TABLE supplier (supplier UUID, name VARCHAR, provisional BOOLEAN, identifiers VARCHAR,
                known_from TIMESTAMP, known_until TIMESTAMP)
            """,
            """
            CREATE TABLE premises (supplier UUID, role VARCHAR, postcode VARCHAR, district VARCHAR, valid_from DATE,
                valid_until DATE, imd_release VARCHAR, imd_rank INTEGER, ward VARCHAR, known_from TIMESTAMP, known_until TIMESTAMP)
            """,
            """
            CREATE TABLE supplier_identifier (supplier UUID, identifier VARCHAR, known_from TIMESTAMP,
                known_until TIMESTAMP)
            """,
            """
            CREATE TABLE parent (supplier UUID, parent VARCHAR, role VARCHAR, valid_from DATE, valid_until DATE,
                known_from TIMESTAMP, known_until TIMESTAMP)
            """,
            """
            CREATE TABLE ownership (supplier UUID, ownership_class VARCHAR, valid_from DATE, valid_until DATE,
                known_from TIMESTAMP, known_until TIMESTAMP)
            """,
            """
            CREATE TABLE supplier_size (supplier UUID, size_class VARCHAR, valid_from DATE, valid_until DATE,
                known_from TIMESTAMP, known_until TIMESTAMP)
            """);

    private final Engine engine;
    private final Map<FactKind, NavigableSet<Instant>> changes = new EnumMap<>(FactKind.class);

    FactMirror(Engine engine) {
        this.engine = engine;
        for (var kind : FactKind.values()) {
            changes.put(kind, new ConcurrentSkipListSet<>());
        }
        try (var connection = engine.connect();
                var statement = connection.createStatement()) {
            for (var table : TABLES) {
                statement.execute(table);
            }
        } catch (SQLException failure) {
            throw new EngineFailed("the tables of facts could not be made", failure);
        }
    }

    /** The last moment, not after the one given, at which anything became known or unknown of these kinds. */
    Instant lastChange(Set<FactKind> kinds, Instant notAfter) {
        return kinds.stream()
                .map(kind -> changes.get(kind).floor(notAfter))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** Adds facts, all or none. */
    void add(List<Fact> facts) {
        for (var fact : facts) {
            changes.get(fact.kind()).add(fact.knownFrom());
            if (fact.knownUntil().isBefore(FOR_EVER)) {
                changes.get(fact.kind()).add(fact.knownUntil());
            }
        }
        transaction(connection -> {
            try (var rows = new FactRows(connection)) {
                for (var fact : facts) {
                    rows.add(fact);
                }
            }
        });
    }

    /** Says that from the moment on these facts are no longer what we know. */
    void retire(FactKind kind, Collection<String> keys, Instant moment) {
        if (keys.isEmpty()) {
            return;
        }
        changes.get(kind).add(moment);
        var literals =
                keys.stream().map(key -> "'" + key.replace("'", "''") + "'").collect(Collectors.joining(", "));
        transaction(connection -> {
            for (var table : tables(kind).entrySet()) {
                try (var update = connection.prepareStatement("UPDATE " + table.getKey() + " SET known_until = ? WHERE "
                        + table.getValue() + " IN (" + literals + ") AND known_until = ?")) {
                    update.setObject(1, FactRows.timestamp(moment));
                    update.setObject(2, FactRows.timestamp(FOR_EVER));
                    update.executeUpdate();
                }
            }
        });
    }

    /** The tables that hold facts of a kind, and the column that holds the key. */
    private static Map<String, String> tables(FactKind kind) {
        return switch (kind) {
            case ANCHOR -> Map.of("anchor", "anchor");
            case PLACE -> Map.of("place", "code", "place_within", "code");
            case IDENTIFICATION -> Map.of("identification", "mention");
            case SUPPLIER ->
                Map.of(
                        "supplier",
                        "supplier",
                        "premises",
                        "supplier",
                        "supplier_identifier",
                        "supplier",
                        "parent",
                        "supplier",
                        "ownership",
                        "supplier",
                        "supplier_size",
                        "supplier");
        };
    }

    private interface Work {
        void in(DuckDBConnection connection) throws SQLException;
    }

    private void transaction(Work work) {
        try (var connection = engine.connect()) {
            connection.setAutoCommit(false);
            work.in(connection.unwrap(DuckDBConnection.class));
            connection.commit();
        } catch (SQLException failure) {
            throw new EngineFailed("facts could not be mirrored", failure);
        }
    }
}
