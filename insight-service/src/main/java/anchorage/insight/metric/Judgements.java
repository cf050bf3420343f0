package anchorage.insight.metric;

import anchorage.insight.InsightSettings;
import anchorage.insight.knowledge.Engine;
import anchorage.insight.knowledge.Engine.EngineFailed;
import anchorage.insight.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Judged lines, kept, so that most questions read what earlier ones have had judged. A table holds the lines of some
 * deliveries, judged by one definition and one set of rules with the facts of one moment. Neither a delivery nor what was
 * known at a moment ever changes, so what is kept is never wrong; it can only be of no more use, and then it is dropped.
 *
 * <p>The tables are in a file of the engine's own, which is emptied at each start.
 */
@ApplicationScoped
class Judgements {

    /** What the figures need of a line; what is told of single lines is read from the ledger itself. */
    static final String COLUMNS = "delivery, anchor, paid_on, amount, category, mention, person, redacted, supplier, "
            + "state, ownership_class, district, decile, verdict, scope, rule";

    private static final int MOST = 6;

    private final Engine engine;
    private final Clock clock;
    private final Duration settling;
    private final Map<Basis, Table> tables = new HashMap<>();
    private int made;

    Judgements(Engine engine, InsightSettings settings, Clock clock) {
        this.engine = engine;
        this.clock = clock;
        this.settling = settings.keepJudgementsAfter();
        var file = settings.spoolFolder().resolve("judgements.duckdb");
        try {
            Files.createDirectories(settings.spoolFolder());
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".wal"));
        } catch (IOException failure) {
            throw new UncheckedIOException("old judgements cannot be removed", failure);
        }
        execute("ATTACH " + Sql.text(file) + " AS judgement");
    }

    /** What lines are judged by, and with the facts of which moments. */
    record Basis(String definition, String rules, Moments facts) {}

    /** Whether what was known then has been known long enough for keeping to be worth it. */
    boolean isWorthKeeping(Instant lastFact) {
        return !lastFact.plus(settling).isAfter(clock.instant());
    }

    /**
     * Does something with the lines of the deliveries, as a relation, while its table stays.
     *
     * @param judging a SELECT of the columns of the lines of some deliveries
     */
    <T> T with(
            Basis basis,
            List<Ledger.Entry> deliveries,
            Function<List<Ledger.Entry>, String> judging,
            Function<String, T> work) {
        var table = taken(basis);
        try {
            return work.apply(table.relation(deliveries, judging));
        } finally {
            returned(table);
        }
    }

    private synchronized Table taken(Basis basis) {
        if (!tables.containsKey(basis) && tables.size() >= MOST) {
            tables.values().stream()
                    .filter(table -> table.users == 0)
                    .min(Comparator.comparing(table -> table.lastUsed))
                    .ifPresent(this::drop);
        }
        var table = tables.computeIfAbsent(basis, each -> new Table("judgement.lines_" + ++made));
        table.users++;
        table.lastUsed = clock.instant();
        return table;
    }

    private synchronized void returned(Table table) {
        table.users--;
    }

    private void drop(Table table) {
        tables.values().remove(table);
        if (table.isMade) {
            execute("DROP TABLE " + table.name);
        }
    }

    private void execute(String sql) {
        try (var connection = engine.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new EngineFailed("judgements could not be kept", failure);
        }
    }

    /** The judged lines of some deliveries. */
    private final class Table {

        private final String name;
        private final Map<UUID, String> anchors = new HashMap<>();
        private boolean isMade;
        private int users;
        private Instant lastUsed = Instant.EPOCH;

        Table(String name) {
            this.name = name;
        }

        synchronized String relation(List<Ledger.Entry> deliveries, Function<List<Ledger.Entry>, String> judging) {
            var missing = deliveries.stream()
                    .filter(delivery -> !anchors.containsKey(delivery.delivery()))
                    .toList();
            if (!isMade) {
                // Made of no lines too, so that it has its columns.
                execute("CREATE TABLE " + name + " AS " + judging.apply(missing) + " ORDER BY anchor, paid_on");
                isMade = true;
            } else if (!missing.isEmpty()) {
                execute("INSERT INTO " + name + " " + judging.apply(missing) + " ORDER BY anchor, paid_on");
            }
            missing.forEach(delivery -> anchors.put(delivery.delivery(), delivery.anchor()));
            return "SELECT * FROM " + name + " WHERE " + only(deliveries);
        }

        /** The condition that leaves no other deliveries' lines. */
        private String only(List<Ledger.Entry> deliveries) {
            if (deliveries.isEmpty()) {
                return "1 = 0";
            }
            var wanted = deliveries.stream().map(Ledger.Entry::delivery).collect(Collectors.toSet());
            var asked = deliveries.stream().map(Ledger.Entry::anchor).collect(Collectors.toCollection(TreeSet::new));
            return among(asked) + without(wanted, asked);
        }

        private String among(Collection<String> asked) {
            return asked.containsAll(anchors.values()) ? "1 = 1" : "anchor IN (" + Sql.texts(asked) + ")";
        }

        private String without(Set<UUID> wanted, Set<String> asked) {
            var others = anchors.entrySet().stream()
                    .filter(entry -> asked.contains(entry.getValue()) && !wanted.contains(entry.getKey()))
                    .map(entry -> "CAST(" + Sql.text(entry.getKey()) + " AS UUID)")
                    .sorted()
                    .toList();
            return others.isEmpty() ? "" : " AND delivery NOT IN (" + String.join(", ", others) + ")";
        }
    }
}
