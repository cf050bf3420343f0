package anchorage.insight.ledger;

import anchorage.contracts.DeliveryApplied;
import anchorage.contracts.DeliveryClosed;
import anchorage.contracts.DeliveryOpened;
import anchorage.contracts.Topics;
import anchorage.insight.knowledge.Knowledge;
import anchorage.insight.ledger.KnownDeliveries.Counting;
import anchorage.outbox.Outbox;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The ledger: which deliveries count, and since when. */
@ApplicationScoped
public class Ledger {

    private static final Logger LOG = Logger.getLogger(Ledger.class);

    private final Jdbi database;
    private final Knowledge knowledge;
    private final LedgerFiles files;
    private final Outbox outbox;
    private final Clock clock;
    private final KnownDeliveries known = new KnownDeliveries();

    Ledger(Jdbi database, Knowledge knowledge, LedgerFiles files, Outbox outbox, Clock clock) {
        this.database = database;
        this.knowledge = knowledge;
        this.files = files;
        this.outbox = outbox;
        this.clock = clock;
    }

    void recall(@Observes @Priority(2) StartupEvent started) {
        known.recall(database.withHandle(handle -> handle.createQuery("""
                        SELECT *, nullif(known_until, 'infinity') AS ended FROM ledger_file ORDER BY known_from, delivery
                        """)
                .map((row, context) -> new Counting(
                        entry(row),
                        Optional.ofNullable(row.getObject("supplements", UUID.class)),
                        row.getTimestamp("known_from").toInstant(),
                        Optional.ofNullable(row.getTimestamp("ended")).map(Timestamp::toInstant)))
                .list()));
    }

    /** The deliveries of these anchors that counted at the moment, in the order in which they came to count. */
    public List<LedgerEntry> asOf(Instant moment, Collection<String> anchors) {
        return known.asOf(moment, Set.copyOf(anchors));
    }

    /** The anchors that had lines in the ledger at the moment. */
    public List<String> anchorsAsOf(Instant moment) {
        return known.anchorsAsOf(moment);
    }

    /** Where reading goes on after a restart, for each partition read before. */
    Map<Integer, Long> positions() {
        var positions = new HashMap<Integer, Long>();
        database.useHandle(handle -> handle.createQuery("SELECT * FROM reading_position")
                .map((row, context) -> Map.entry(row.getInt("partition_number"), row.getLong("next_offset")))
                .forEach(entry -> positions.put(entry.getKey(), entry.getValue())));
        return positions;
    }

    /** Keeps the place from which reading goes on after a restart. */
    void keepPosition(int partition, long nextOffset) {
        database.useHandle(handle -> keepPosition(handle, partition, nextOffset));
    }

    /** Whether the ledger holds the delivery, so that a further attempt at it is not needed. */
    boolean holds(UUID delivery) {
        return entry(delivery).isPresent();
    }

    /**
     * Applies a delivery whose lines have all arrived: makes it count if it is exactly what was sent, and says either
     * way what was counted.
     */
    void apply(Spool spool, DeliveryClosed closed) {
        spool.complete();
        if (spool.chunks() != closed.chunks()) {
            state(closed, Counted.NOTHING, false);
            return;
        }
        var written = files.write(spool);
        if (!written.counted().agreesWith(closed)) {
            state(closed, written.counted(), false);
            return;
        }
        knowledge.learn(new Applying(spool.opened(), closed, written));
        LOG.infof("a delivery was applied delivery=%s lines=%d", closed.delivery(), closed.lines());
    }

    /** A delivery stops counting, and what supplements it; it stays for those who ask as of an earlier moment. */
    public void withdraw(UUID delivery) {
        knowledge.learn(new Withdrawing(delivery));
        LOG.infof("a delivery was withdrawn delivery=%s", delivery);
    }

    private static boolean stopsCounting(Handle transaction, UUID delivery, Instant moment) {
        return transaction.execute("""
                        UPDATE ledger_file SET known_until = ?
                        WHERE (delivery = ? OR supplements = ?) AND known_until = 'infinity'
                        """, moment, delivery, delivery) > 0;
    }

    /** Says of a delivery that the ledger held before what it holds. */
    void confirm(DeliveryClosed closed) {
        var entry = entry(closed.delivery()).orElseThrow();
        var agrees = entry.lines() == closed.lines() && entry.total().compareTo(closed.total()) == 0;
        database.useHandle(handle -> state(
                handle,
                new DeliveryApplied(
                        closed.delivery(), closed.attempt(), entry.lines(), entry.total(), agrees, clock.instant())));
    }

    private void state(DeliveryClosed closed, Counted counted, boolean agrees) {
        LOG.errorf(
                "a delivery is not what was sent and does not count delivery=%s sent=%d counted=%d",
                closed.delivery(), closed.lines(), counted.lines());
        database.useHandle(handle -> state(
                handle,
                new DeliveryApplied(
                        closed.delivery(),
                        closed.attempt(),
                        counted.lines(),
                        counted.total(),
                        agrees,
                        clock.instant())));
    }

    private void state(Handle handle, DeliveryApplied fact) {
        outbox.say(handle, Topics.DELIVERIES_APPLIED, fact.delivery().toString(), fact);
    }

    private Optional<LedgerEntry> entry(UUID delivery) {
        return database.withHandle(handle -> handle.createQuery("SELECT * FROM ledger_file WHERE delivery = :delivery")
                .bind("delivery", delivery)
                .map((row, context) -> entry(row))
                .findOne());
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(
                row.getObject("delivery", UUID.class),
                row.getString("anchor"),
                row.getString("feed"),
                row.getString("vat_basis"),
                row.getString("path"),
                row.getLong("lines"),
                row.getBigDecimal("total"));
    }

    private static void keepPosition(Handle handle, int partition, long nextOffset) {
        handle.execute("""
                INSERT INTO reading_position (partition_number, next_offset) VALUES (?, ?)
                ON CONFLICT (partition_number) DO UPDATE SET next_offset = excluded.next_offset
                """, partition, nextOffset);
    }

    /** A delivery comes to count. */
    private final class Applying implements Knowledge.Change {

        private final DeliveryOpened opened;
        private final DeliveryClosed closed;
        private final LedgerFiles.Written written;

        Applying(DeliveryOpened opened, DeliveryClosed closed, LedgerFiles.Written written) {
            this.opened = opened;
            this.closed = closed;
            this.written = written;
        }

        @Override
        public boolean make(Handle transaction, Instant moment) {
            var inserted = transaction
                    .createUpdate("""
                            INSERT INTO ledger_file
                                (delivery, attempt, anchor, feed, vat_basis, path, lines, total, supplements, known_from)
                            VALUES (:delivery, :attempt, :anchor, :feed, :vatBasis, :path, :lines, :total,
                                CAST(:supplements AS uuid), :moment)
                            ON CONFLICT (delivery) DO NOTHING
                            """)
                    .bind("delivery", opened.delivery())
                    .bind("attempt", opened.attempt())
                    .bind("anchor", opened.anchor())
                    .bind("feed", opened.feed())
                    .bind("vatBasis", opened.vatBasis())
                    .bind("path", written.file().toString())
                    .bind("lines", written.counted().lines())
                    .bind("total", written.counted().total())
                    .bind("supplements", opened.supplements())
                    .bind("moment", moment)
                    .execute();
            if (inserted == 0) {
                // Committed before, by an attempt that did not hear of it; all else was committed with it.
                return false;
            }
            if (opened.supersedes() != null) {
                // At the same moment, so that no question ever counts both or neither.
                stopsCounting(transaction, opened.supersedes(), moment);
            }
            state(
                    transaction,
                    new DeliveryApplied(
                            closed.delivery(),
                            closed.attempt(),
                            written.counted().lines(),
                            written.counted().total(),
                            true,
                            moment));
            return true;
        }

        @Override
        public void committed(Instant moment) {
            var entry = new LedgerEntry(
                    opened.delivery(),
                    opened.anchor(),
                    opened.feed(),
                    opened.vatBasis(),
                    written.file().toString(),
                    written.counted().lines(),
                    written.counted().total());
            known.begins(new Counting(entry, Optional.ofNullable(opened.supplements()), moment, Optional.empty()));
            if (opened.supersedes() != null) {
                known.ends(opened.supersedes(), moment);
            }
        }
    }

    /** A delivery stops counting. */
    private final class Withdrawing implements Knowledge.Change {

        private final UUID delivery;

        Withdrawing(UUID delivery) {
            this.delivery = delivery;
        }

        @Override
        public boolean make(Handle transaction, Instant moment) {
            return stopsCounting(transaction, delivery, moment);
        }

        @Override
        public void committed(Instant moment) {
            known.ends(delivery, moment);
        }
    }
}
