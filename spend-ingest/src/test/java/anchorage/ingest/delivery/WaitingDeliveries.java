package anchorage.ingest.delivery;

import anchorage.kit.security.Reach;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Deliveries that wait until long after any test, so that the readers leave them alone. */
public record WaitingDeliveries(Jdbi database) {

    /** Lets an anchor's feed have so many. */
    public void of(String anchor, int count) {
        Reach.EVERY_ANCHOR.during(() -> database.useTransaction(transaction -> {
            for (int number = 0; number < count; number++) {
                var id = UUID.randomUUID();
                transaction.execute("""
                        INSERT INTO delivery (id, anchor, feed, state, received_at, bytes, sha256)
                        VALUES (?, ?, 'spend', 'RECEIVED', now(), 1, ?)
                        """, id, anchor, id.toString());
                transaction.execute("""
                        INSERT INTO reading_job (delivery, queued_at, not_before) VALUES (?, clock_timestamp(), '2999-01-01')
                        """, id);
            }
        }));
    }

    /** Lets nobody's wait any more. */
    public void clear() {
        Reach.EVERY_ANCHOR.during(() -> database.useHandle(
                handle -> handle.execute("DELETE FROM reading_job WHERE not_before >= '2999-01-01'")));
    }
}
