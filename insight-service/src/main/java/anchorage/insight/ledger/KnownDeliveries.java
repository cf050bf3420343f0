package anchorage.insight.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which deliveries counted when, in memory: every question begins with it, and asking PostgreSQL each time cost more than
 * many a figure. It holds what {@code ledger_file} holds.
 */
final class KnownDeliveries {

    /** In the order in which they came to count. Never changed, only replaced, so that reading waits for nobody. */
    private volatile List<Counting> all = List.of();

    /**
     * A delivery, and from when until when it counted.
     *
     * @param supplements the delivery that it counts as long as
     * @param until the first moment at which it no longer did, or empty
     */
    record Counting(LedgerEntry entry, Optional<UUID> supplements, Instant from, Optional<Instant> until) {

        boolean countsAt(Instant moment) {
            return !from.isAfter(moment)
                    && until.filter(end -> !end.isAfter(moment)).isEmpty();
        }

        private boolean goesWith(UUID delivery) {
            return entry.delivery().equals(delivery)
                    || supplements.filter(delivery::equals).isPresent();
        }

        private Counting endingAt(Instant moment) {
            return new Counting(entry, supplements, from, Optional.of(moment));
        }
    }

    /** Begins with what is known already, in the order in which it came to count. */
    synchronized void recall(List<Counting> known) {
        all = List.copyOf(known);
    }

    /** A delivery comes to count. */
    synchronized void begins(Counting counting) {
        var more = new ArrayList<>(all);
        more.add(counting);
        all = List.copyOf(more);
    }

    /** A delivery stops counting, and what supplements it. */
    synchronized void ends(UUID delivery, Instant moment) {
        all = all.stream()
                .map(each -> each.goesWith(delivery) && each.until().isEmpty() ? each.endingAt(moment) : each)
                .toList();
    }

    List<LedgerEntry> asOf(Instant moment, Collection<String> anchors) {
        return all.stream()
                .filter(each ->
                        each.countsAt(moment) && anchors.contains(each.entry().anchor()))
                .map(Counting::entry)
                .toList();
    }

    List<String> anchorsAsOf(Instant moment) {
        return all.stream()
                .filter(each -> each.countsAt(moment))
                .map(each -> each.entry().anchor())
                .distinct()
                .sorted()
                .toList();
    }
}
