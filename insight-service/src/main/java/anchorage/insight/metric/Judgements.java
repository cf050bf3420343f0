package anchorage.insight.metric;

import anchorage.insight.InsightSettings;
import anchorage.insight.knowledge.Engine;
import anchorage.insight.knowledge.Engine.EngineFailed;
import anchorage.insight.ledger.LedgerEntry;
import anchorage.insight.metric.Question.Whose;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Judged lines and sums of them, kept, so that most questions read what earlier ones have had judged. A table holds the
 * lines of some deliveries in one grain, judged by one definition and one set of rules with the facts of one moment.
 * Neither a delivery nor what was known at a moment ever changes, so what is kept is never wrong; it can only be of no
 * more use, and then it is dropped.
 *
 * <p>The tables are in a file of the engine's own, which is emptied at each start.
 */
@ApplicationScoped
class Judgements {

    /** Of judgements by different rules or facts. */
    private static final int MOST = 6;

    /** Lines. */
    private static final long AT_ONCE = 1_000_000;

    private final Engine engine;
    private final Clock clock;
    private final Duration settling;
    private final Map<Basis, Kept> all = new HashMap<>();
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
    record Basis(String definition, String rules, Whose whose, Moments facts) {}

    /** Whether what was known then has been known long enough for keeping to be worth it. */
    boolean isWorthKeeping(Instant lastFact) {
        return !lastFact.plus(settling).isAfter(clock.instant());
    }

    /**
     * Does something with the lines of the deliveries, as a relation of that grain, while its table stays.
     *
     * @param judging a SELECT of the lines of some deliveries
     */
    <T> T with(
            Basis basis,
            Grain grain,
            List<LedgerEntry> deliveries,
            Function<List<LedgerEntry>, String> judging,
            Function<String, T> work) {
        var kept = taken(basis);
        try {
            return work.apply(relation(kept, grain, deliveries, judging));
        } finally {
            returned(kept);
        }
    }

    private String relation(
            Kept kept, Grain grain, List<LedgerEntry> deliveries, Function<List<LedgerEntry>, String> judging) {
        return kept.table(grain)
                .relation(
                        deliveries,
                        missing -> grain == Grain.LINE
                                ? judging.apply(missing)
                                : grain.select("(" + relation(kept, Grain.LINE, missing, judging) + ") AS line"));
    }

    private synchronized Kept taken(Basis basis) {
        if (!all.containsKey(basis) && all.size() >= MOST) {
            all.values().stream()
                    .filter(kept -> kept.users == 0)
                    .min(Comparator.comparing(kept -> kept.lastUsed))
                    .ifPresent(this::drop);
        }
        var kept = all.computeIfAbsent(basis, each -> new Kept());
        kept.users++;
        kept.lastUsed = clock.instant();
        return kept;
    }

    private synchronized void returned(Kept kept) {
        kept.users--;
    }

    private void drop(Kept kept) {
        all.values().remove(kept);
        kept.tables.values().stream()
                .filter(table -> table.isMade)
                .forEach(table -> execute("DROP TABLE " + table.name));
    }

    private synchronized String name() {
        return "judgement.lines_" + ++made;
    }

    private void execute(String sql) {
        try (var connection = engine.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            if (String.valueOf(failure.getMessage()).startsWith("Conversion Error")) {
                throw new TooLargeToKeep(failure);
            }
            throw new EngineFailed("judgements could not be kept", failure);
        }
    }

    /** A sum of lines is too large for a kept one: above ninety million million pounds. */
    static final class TooLargeToKeep extends EngineFailed {
        TooLargeToKeep(SQLException failure) {
            super("judgements could not be kept", failure);
        }
    }

    /** What is judged on one basis, by grain. */
    private final class Kept {

        private final Map<Grain, Table> tables = new ConcurrentHashMap<>();
        private int users;
        private Instant lastUsed = Instant.EPOCH;

        Table table(Grain grain) {
            return tables.computeIfAbsent(grain, each -> new Table(name(), grain.order()));
        }
    }

    /** The judged lines of some deliveries, in one grain. */
    private final class Table {

        private final String name;
        private final Map<UUID, String> anchors = new HashMap<>();
        private final String order;
        private boolean isMade;

        Table(String name, String order) {
            this.name = name;
            this.order = order;
        }

        synchronized String relation(List<LedgerEntry> deliveries, Function<List<LedgerEntry>, String> judging) {
            var missing = deliveries.stream()
                    .filter(delivery -> !anchors.containsKey(delivery.delivery()))
                    .toList();
            if (!isMade) {
                // Made of no lines at first, so that it has its columns whatever there is.
                execute("CREATE TABLE " + name + " AS " + judging.apply(List.of()));
                isMade = true;
            }
            for (var some : inPieces(missing)) {
                execute("INSERT INTO " + name + " " + judging.apply(some) + " ORDER BY " + order);
                some.forEach(delivery -> anchors.put(delivery.delivery(), delivery.anchor()));
            }
            return "SELECT * FROM " + name + " WHERE " + only(deliveries);
        }

        /** So many deliveries at once that judging and ordering their lines fits into memory. */
        private List<List<LedgerEntry>> inPieces(List<LedgerEntry> deliveries) {
            var pieces = new ArrayList<List<LedgerEntry>>();
            long lines = AT_ONCE;
            for (var delivery : deliveries) {
                if (lines >= AT_ONCE) {
                    pieces.add(new ArrayList<>());
                    lines = 0;
                }
                pieces.get(pieces.size() - 1).add(delivery);
                lines += delivery.lines();
            }
            return pieces;
        }

        /** The condition that leaves no other deliveries' lines. */
        private String only(List<LedgerEntry> deliveries) {
            if (deliveries.isEmpty()) {
                return "1 = 0";
            }
            var wanted = deliveries.stream().map(LedgerEntry::delivery).collect(Collectors.toSet());
            var asked = deliveries.stream().map(LedgerEntry::anchor).collect(Collectors.toCollection(TreeSet::new));
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
