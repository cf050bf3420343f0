package anchorage.ingest.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The deliveries that wait to be read. Anchors take turns: the one whose last reading began longest ago comes first, so
 * that however many files one of them has waiting, another's next file is read after one of them.
 */
@ApplicationScoped
class ReadingQueue {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Jdbi database;
    private final Clock clock;

    ReadingQueue(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A delivery that waits, how often its reading has failed, and the trace of the request that brought it. */
    record Job(UUID delivery, String anchor, int failures, Optional<String> trace) {}

    /** How many deliveries wait. */
    record Length(long ofAnchor, long ofAll) {}

    /** Locks the next delivery to read until the transaction ends, and notes its anchor's turn at once. */
    Optional<Job> claim(Handle transaction, Instant now) {
        var next = transaction
                .createQuery("""
                        SELECT job.delivery, delivery.anchor, job.failures, job.traceparent FROM reading_job job
                        JOIN delivery ON delivery.id = job.delivery
                        LEFT JOIN reading_turn turn ON turn.anchor = delivery.anchor
                        WHERE job.not_before <= :now
                        ORDER BY turn.begun_at NULLS FIRST, job.queued_at, job.delivery
                        FOR UPDATE OF job SKIP LOCKED LIMIT 1
                        """)
                .bind("now", now)
                .map((row, context) -> new Job(
                        row.getObject("delivery", UUID.class),
                        row.getString("anchor"),
                        row.getInt("failures"),
                        Optional.ofNullable(row.getString("traceparent"))))
                .findOne();
        next.ifPresent(job -> noteTurn(job.anchor));
        return next;
    }

    void done(Handle transaction, Job job) {
        transaction.execute("DELETE FROM reading_job WHERE delivery = ?", job.delivery);
    }

    /** Lets the delivery wait, the longer the more often it has failed. */
    void postpone(Handle transaction, Job job) {
        transaction
                .createUpdate("""
                        UPDATE reading_job SET failures = failures + 1, not_before = :later WHERE delivery = :delivery
                        """)
                .bind("later", clock.instant().plus(waitAfter(job.failures)))
                .bind("delivery", job.delivery)
                .execute();
    }

    Length length(String anchor) {
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FILTER (WHERE delivery.anchor = :anchor) AS of_anchor, count(*) AS of_all
                        FROM reading_job JOIN delivery ON delivery.id = reading_job.delivery
                        """)
                .bind("anchor", anchor)
                .map((row, context) -> new Length(row.getLong("of_anchor"), row.getLong("of_all")))
                .one());
    }

    /** On a connection of its own, since the others must see it while the delivery is read. */
    private void noteTurn(String anchor) {
        database.useHandle(handle -> handle.execute("""
                INSERT INTO reading_turn (anchor, begun_at) VALUES (?, ?)
                ON CONFLICT (anchor) DO UPDATE SET begun_at = excluded.begun_at
                """, anchor, clock.instant()));
    }

    private static Duration waitAfter(int failures) {
        var wait = Duration.ofSeconds(1L << Math.min(failures, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
