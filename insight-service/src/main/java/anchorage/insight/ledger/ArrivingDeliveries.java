package anchorage.insight.ledger;

import anchorage.contracts.DeliveryClosed;
import anchorage.contracts.DeliveryOpened;
import anchorage.insight.InsightSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The deliveries that are open on each partition. After a restart, reading begins again before the oldest of them, so
 * that each is heard from its first word; deliveries in between that the ledger holds already are passed over.
 */
@ApplicationScoped
public class ArrivingDeliveries {

    private final Ledger ledger;
    private final Path folder;
    private final Map<UUID, Arriving> arriving = new HashMap<>();
    private int reading;

    ArrivingDeliveries(Ledger ledger, InsightSettings settings) {
        this.ledger = ledger;
        this.folder = settings.spoolFolder();
    }

    /** Where a message stands in the topic. */
    public record Position(int partition, long offset) {}

    /** An attempt begins; an earlier attempt at the same delivery is void. */
    public synchronized void opened(DeliveryOpened opened, Position position) {
        var before = arriving.get(opened.delivery());
        if (before != null && before.spool.opened().attempt() > opened.attempt()) {
            return;
        }
        forget(opened.delivery());
        if (!ledger.holds(opened.delivery())) {
            arriving.put(opened.delivery(), new Arriving(new Spool(opened, folder), position));
        }
    }

    /** A chunk of lines; it counts only in the attempt that is open. */
    public synchronized void lines(UUID delivery, int attempt, int chunk, byte[] lines) {
        var open = arriving.get(delivery);
        if (open != null && open.spool.opened().attempt() == attempt) {
            open.spool.add(chunk, lines);
        }
    }

    /** An attempt is complete. */
    public synchronized void closed(DeliveryClosed closed) {
        var open = arriving.get(closed.delivery());
        if (open != null && open.spool.opened().attempt() == closed.attempt()) {
            ledger.apply(open.spool, closed);
            forget(closed.delivery());
        } else if (ledger.holds(closed.delivery())) {
            ledger.confirm(closed);
        }
    }

    /** An attempt came to nothing. */
    public synchronized void abandoned(UUID delivery, int attempt) {
        var open = arriving.get(delivery);
        if (open != null && open.spool.opened().attempt() == attempt) {
            forget(delivery);
        }
    }

    /** Which reading of the topic this is; it changes when reading begins again from a place behind. */
    public synchronized int reading() {
        return reading;
    }

    /**
     * Everything up to and with this message is dealt with, but for the deliveries that are still open.
     *
     * @param of the reading in which it was heard; what an earlier one heard moves nothing
     */
    public synchronized void heard(Position last, int of) {
        if (of != reading) {
            return;
        }
        long next = last.offset + 1;
        for (var open : arriving.values()) {
            if (open.begins.partition == last.partition) {
                next = Math.min(next, open.begins.offset);
            }
        }
        ledger.keepPosition(last.partition, next);
    }

    /** Where reading goes on, for each partition read before; what is open there will be heard again from its start. */
    public synchronized Map<Integer, Long> resume() {
        reading++;
        for (var delivery : List.copyOf(arriving.keySet())) {
            forget(delivery);
        }
        return ledger.positions();
    }

    private void forget(UUID delivery) {
        var open = arriving.remove(delivery);
        if (open != null) {
            open.spool.discard();
        }
    }

    private record Arriving(Spool spool, Position begins) {}
}
