package anchorage.ingest.delivery;

import anchorage.contracts.DeliveryApplied;
import anchorage.ingest.KeepableText;
import anchorage.ingest.delivery.Delivery.DeliveryProblem;
import anchorage.ingest.reading.Layout;
import anchorage.kit.trace.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** All deliveries. */
@ApplicationScoped
public class Deliveries {

    private final Jdbi database;
    private final DeliveryRow rows;
    private final Succession succession;
    private final DeliveryNotices notices;
    private final Clock clock;

    Deliveries(Jdbi database, DeliveryRow rows, Succession succession, DeliveryNotices notices, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.succession = succession;
        this.notices = notices;
        this.clock = clock;
    }

    /** The delivery of that id. */
    public Delivery of(UUID id) {
        return database.withHandle(handle -> handle.createQuery("SELECT * FROM delivery WHERE id = :id")
                        .bind("id", id)
                        .map(rows)
                        .findOne())
                .orElseThrow(() -> new UnknownDelivery(id));
    }

    /** A delivery's place among its feed's. */
    public record Place(Instant receivedAt, UUID id) {}

    /** A feed's deliveries, the latest first, at most so many, those behind a place. */
    public List<Delivery> of(String anchor, String feed, Optional<Place> after, int most) {
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM delivery WHERE anchor = :anchor AND feed = :feed
                            AND (CAST(:id AS uuid) IS NULL
                                OR (received_at, id) < (CAST(:receivedAt AS timestamptz), CAST(:id AS uuid)))
                        ORDER BY received_at DESC, id DESC LIMIT :most
                        """)
                .bind("anchor", anchor)
                .bind("feed", feed)
                .bind("receivedAt", after.map(Place::receivedAt).orElse(null))
                .bind("id", after.map(Place::id).orElse(null))
                .bind("most", most)
                .map(rows)
                .list());
    }

    /**
     * Takes kept bytes as a delivery to be read. Bytes that the feed has had before are the delivery they were then; if
     * it was refused, it is read again, since the feed's mapping may have changed.
     */
    Delivery take(Push push, RawBytes.Kept kept) {
        return database.inTransaction(transaction -> {
            var now = clock.instant();
            var control = push.control();
            push.relation().ifPresent(to -> succession.check(transaction, to, push, kept.sha256()));
            var inserted = transaction
                    .createQuery("""
                            INSERT INTO delivery (id, anchor, feed, state, received_at, file_name, bytes, sha256,
                                expected_lines, expected_total, period, supersedes, supplements)
                            VALUES (:id, :anchor, :feed, 'RECEIVED', :now, :fileName, :bytes, :sha256,
                                :lines, :total, :period, CAST(:supersedes AS uuid), CAST(:supplements AS uuid))
                            ON CONFLICT (anchor, feed, sha256) WHERE state NOT IN ('SUPERSEDED', 'WITHDRAWN')
                            DO UPDATE SET
                                state = CASE WHEN delivery.state = 'REFUSED' THEN 'RECEIVED' ELSE delivery.state END,
                                expected_lines = CASE WHEN delivery.state = 'REFUSED'
                                    THEN excluded.expected_lines ELSE delivery.expected_lines END,
                                expected_total = CASE WHEN delivery.state = 'REFUSED'
                                    THEN excluded.expected_total ELSE delivery.expected_total END,
                                supersedes = CASE WHEN delivery.state = 'REFUSED'
                                    THEN excluded.supersedes ELSE delivery.supersedes END,
                                supplements = CASE WHEN delivery.state = 'REFUSED'
                                    THEN excluded.supplements ELSE delivery.supplements END
                            RETURNING *
                            """)
                    .bind("id", UUID.randomUUID())
                    .bind("anchor", push.anchor())
                    .bind("feed", push.feed())
                    .bind("now", now)
                    .bind("fileName", KeepableText.of(push.fileName()))
                    .bind("bytes", kept.length())
                    .bind("sha256", kept.sha256())
                    .bind("lines", control.lines())
                    .bind("total", control.total())
                    .bind("period", KeepableText.of(control.period()))
                    .bind("supersedes", related(push, Relation.Kind.SUPERSEDES))
                    .bind("supplements", related(push, Relation.Kind.SUPPLEMENTS))
                    .map(rows)
                    .one();
            if (inserted.state() == DeliveryState.RECEIVED) {
                transaction
                        .createUpdate("""
                                INSERT INTO reading_job (delivery, queued_at, not_before, traceparent)
                                VALUES (:id, :now, :notBefore, :trace)
                                ON CONFLICT (delivery) DO NOTHING
                                """)
                        .bind("id", inserted.id())
                        .bind("now", now)
                        .bind("notBefore", now.plus(SandboxAct.wait(push)))
                        .bind("trace", Trace.parent().orElse(null))
                        .execute();
            }
            return inserted;
        });
    }

    /** Takes an applied delivery back, and what mends it, and says so; one that is taken back already stays as it is. */
    public Delivery withdraw(UUID id, String reason) {
        return database.inTransaction(transaction -> succession.withdraw(transaction, id, reason));
    }

    /** The deliveries that bring this one's refused rows, mended. */
    public List<Delivery> supplements(UUID id) {
        return database.withHandle(handle -> succession.supplements(handle, id));
    }

    /** How many of its refused rows no supplement has brought yet. */
    long stillRefused(UUID id) {
        long mended = supplements(id).stream()
                .filter(supplement -> supplement.state() == DeliveryState.APPLIED)
                .mapToLong(supplement -> supplement.tally().accepted())
                .sum();
        return of(id).tally().refused() - mended;
    }

    /** What the feed's other deliveries came to that count, or will, and are not about to make room for this one. */
    List<WarningSigns.Past> past(Delivery delivery) {
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM delivery
                        WHERE anchor = :anchor AND feed = :feed AND state IN ('PUBLISHED', 'APPLIED') AND id <> :id
                            AND supplements IS NULL AND id IS DISTINCT FROM CAST(:supersedes AS uuid)
                        ORDER BY received_at DESC LIMIT 200
                        """)
                .bind("anchor", delivery.anchor())
                .bind("feed", delivery.feed())
                .bind("id", delivery.id())
                .bind("supersedes", delivery.related(Relation.Kind.SUPERSEDES))
                .map((row, context) -> new WarningSigns.Past(
                        row.getObject("id", UUID.class), DeliveryRow.tally(row), rows.months(row)))
                .list());
    }

    /** Begins an attempt at reading and forgets what an earlier one found. */
    Delivery beginAttempt(UUID id) {
        return database.inTransaction(transaction -> {
            transaction.execute("DELETE FROM refused_row WHERE delivery = ?", id);
            return transaction.createQuery("""
                            UPDATE delivery SET state = 'READING', attempt = attempt + 1, problem_code = NULL,
                                problem_detail = NULL
                            WHERE id = :id RETURNING *
                            """).bind("id", id).map(rows).one();
        });
    }

    /** Records what has been read so far, for those who watch. */
    void progress(UUID id, Tally tally) {
        database.useHandle(handle -> tallied(handle, "UPDATE delivery SET " + TALLY + " WHERE id = :id", id, tally));
    }

    /** Records that all lines are with Kafka but for the word that closes them. */
    void published(UUID id, Layout layout, Tally tally, Months months, List<Warning> warnings) {
        database.useTransaction(handle -> {
            tallied(handle, "UPDATE delivery SET state = 'PUBLISHED', " + TALLY + " WHERE id = :id", id, tally);
            handle.createUpdate("""
                            UPDATE delivery SET months = CAST(:months AS jsonb), warnings = CAST(:warnings AS jsonb)
                            WHERE id = :id
                            """)
                    .bind("months", rows.written(months))
                    .bind("warnings", rows.written(warnings))
                    .bind("id", id)
                    .execute();
            keepLayout(handle, id, layout);
        });
    }

    /** Records that no line of the delivery counts, and why. */
    void refused(UUID id, Optional<Layout> layout, Tally tally, DeliveryProblem problem) {
        database.useTransaction(transaction -> {
            tallied(transaction, "UPDATE delivery SET state = 'REFUSED', " + TALLY + " WHERE id = :id", id, tally);
            transaction
                    .createUpdate("UPDATE delivery SET problem_code = :code, problem_detail = :detail WHERE id = :id")
                    .bind("code", problem.code())
                    .bind("detail", KeepableText.of(problem.detail()))
                    .bind("id", id)
                    .execute();
            layout.ifPresent(found -> keepLayout(transaction, id, found));
            notices.refused(transaction, id);
        });
    }

    /** Records what the ledger says of the attempt that was published last. */
    public void applied(DeliveryApplied fact) {
        database.useTransaction(transaction -> {
            var hasComeToCount = transaction
                    .createQuery("""
                            UPDATE delivery SET state = CASE WHEN CAST(:agrees AS boolean) THEN 'APPLIED' ELSE before.state END,
                                applied_lines = :lines, applied_total = :total, applied_agrees = :agrees, applied_at = :at
                            FROM (SELECT id, state FROM delivery WHERE id = :id FOR UPDATE) AS before
                            WHERE delivery.id = before.id AND attempt = :attempt AND before.state IN ('PUBLISHED', 'APPLIED')
                            RETURNING before.state = 'PUBLISHED' AND delivery.state = 'APPLIED'
                            """)
                    .bind("agrees", fact.agrees())
                    .bind("lines", fact.lines())
                    .bind("total", fact.total())
                    .bind("at", fact.appliedAt())
                    .bind("id", fact.delivery())
                    .bind("attempt", fact.attempt())
                    .mapTo(Boolean.class)
                    .findOne()
                    .orElse(false);
            if (fact.agrees()) {
                succession.follow(transaction, fact.delivery());
            }
            if (hasComeToCount) {
                notices.applied(transaction, fact.delivery());
            }
        });
    }

    private static UUID related(Push push, Relation.Kind kind) {
        return push.relation().map(to -> to.as(kind)).orElse(null);
    }

    private static final String TALLY = """
            accepted = :accepted, refused = :refused, blank = :blank, excluded = :excluded,
            net = :net, credits = :credits, credit_lines = :creditLines
            """;

    private static void tallied(Handle handle, String update, UUID id, Tally tally) {
        handle.createUpdate(update)
                .bind("accepted", tally.accepted())
                .bind("refused", tally.refused())
                .bind("blank", tally.blank())
                .bind("excluded", tally.excluded())
                .bind("net", tally.net())
                .bind("credits", tally.credits())
                .bind("creditLines", tally.creditLines())
                .bind("id", id)
                .execute();
    }

    private void keepLayout(Handle handle, UUID id, Layout layout) {
        handle.createUpdate("UPDATE delivery SET layout = CAST(:layout AS jsonb) WHERE id = :id")
                .bind("layout", rows.written(layout))
                .bind("id", id)
                .execute();
    }
}
