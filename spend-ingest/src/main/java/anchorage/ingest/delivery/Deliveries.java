package anchorage.ingest.delivery;

import anchorage.contracts.DeliveryApplied;
import anchorage.contracts.DeliveryWithdrawn;
import anchorage.contracts.Topics;
import anchorage.ingest.delivery.Delivery.Applied;
import anchorage.ingest.delivery.Delivery.ControlTotal;
import anchorage.ingest.delivery.Delivery.DeliveryProblem;
import anchorage.ingest.delivery.Delivery.Withdrawal;
import anchorage.ingest.reading.Layout;
import anchorage.outbox.Outbox;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** All deliveries. */
@ApplicationScoped
public class Deliveries {

    private final Jdbi database;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    Deliveries(Jdbi database, Outbox outbox, ObjectMapper json, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /** The delivery of that id. */
    public Delivery of(UUID id) {
        return database.withHandle(handle -> handle.createQuery("SELECT * FROM delivery WHERE id = :id")
                        .bind("id", id)
                        .map((row, context) -> delivery(row))
                        .findOne())
                .orElseThrow(() -> new UnknownDelivery(id));
    }

    /** A feed's deliveries, the latest first. */
    public List<Delivery> of(String anchor, String feed, int limit) {
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM delivery WHERE anchor = :anchor AND feed = :feed
                        ORDER BY received_at DESC, id LIMIT :limit
                        """)
                .bind("anchor", anchor)
                .bind("feed", feed)
                .bind("limit", limit)
                .map((row, context) -> delivery(row))
                .list());
    }

    /**
     * Takes kept bytes as a delivery to be read. Bytes that the feed has had before are the delivery they were then; if
     * it was refused, it is read again, since the feed's mapping may have changed.
     */
    Delivery take(
            String anchor, String feed, String fileName, RawBytes.Kept kept, ControlTotal control, UUID supersedes) {
        return database.inTransaction(transaction -> {
            var now = clock.instant();
            if (supersedes != null) {
                mustGiveWay(transaction, supersedes, anchor, feed, kept.sha256());
            }
            var inserted = transaction
                    .createQuery("""
                            INSERT INTO delivery (id, anchor, feed, state, received_at, file_name, bytes, sha256,
                                expected_lines, expected_total, period, supersedes)
                            VALUES (:id, :anchor, :feed, 'RECEIVED', :now, :fileName, :bytes, :sha256,
                                :lines, :total, :period, CAST(:supersedes AS uuid))
                            ON CONFLICT (anchor, feed, sha256) WHERE state NOT IN ('SUPERSEDED', 'WITHDRAWN')
                            DO UPDATE SET
                                state = CASE WHEN delivery.state = 'REFUSED' THEN 'RECEIVED' ELSE delivery.state END,
                                expected_lines = CASE WHEN delivery.state = 'REFUSED'
                                    THEN excluded.expected_lines ELSE delivery.expected_lines END,
                                expected_total = CASE WHEN delivery.state = 'REFUSED'
                                    THEN excluded.expected_total ELSE delivery.expected_total END,
                                supersedes = CASE WHEN delivery.state = 'REFUSED'
                                    THEN excluded.supersedes ELSE delivery.supersedes END
                            RETURNING *
                            """)
                    .bind("id", UUID.randomUUID())
                    .bind("anchor", anchor)
                    .bind("feed", feed)
                    .bind("now", now)
                    .bind("fileName", fileName)
                    .bind("bytes", kept.length())
                    .bind("sha256", kept.sha256())
                    .bind("lines", control.lines())
                    .bind("total", control.total())
                    .bind("period", control.period())
                    .bind("supersedes", supersedes)
                    .map((row, context) -> delivery(row))
                    .one();
            if (inserted.state() == DeliveryState.RECEIVED) {
                transaction
                        .createUpdate("""
                                INSERT INTO reading_job (delivery, queued_at, not_before) VALUES (:id, :now, :now)
                                ON CONFLICT (delivery) DO NOTHING
                                """)
                        .bind("id", inserted.id())
                        .bind("now", now)
                        .execute();
            }
            return inserted;
        });
    }

    /** A delivery can give way to one other at a time, while it counts. */
    private void mustGiveWay(Handle transaction, UUID id, String anchor, String feed, String sha256) {
        var old = transaction
                .createQuery("SELECT * FROM delivery WHERE id = :id AND anchor = :anchor AND feed = :feed FOR UPDATE")
                .bind("id", id)
                .bind("anchor", anchor)
                .bind("feed", feed)
                .map((row, context) -> delivery(row))
                .findOne()
                .orElseThrow(() -> new UnknownDelivery(id));
        var other = transaction
                .createQuery("""
                        SELECT id, sha256 FROM delivery
                        WHERE supersedes = :id AND state NOT IN ('REFUSED', 'SUPERSEDED', 'WITHDRAWN')
                        """)
                .bind("id", id)
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getString("sha256")))
                .findOne();
        if (other.isPresent() && other.get().getValue().equals(sha256)) {
            return;
        }
        if (other.isPresent()) {
            throw NotApplied.alreadyPromised(old, other.get().getKey());
        }
        if (old.state() != DeliveryState.APPLIED) {
            throw NotApplied.toSupersede(old);
        }
    }

    /** Takes an applied delivery back and says so; one that is taken back already stays as it is. */
    public Delivery withdraw(UUID id, String reason) {
        return database.inTransaction(transaction -> {
            var delivery = transaction
                    .createQuery("SELECT * FROM delivery WHERE id = :id FOR UPDATE")
                    .bind("id", id)
                    .map((row, context) -> delivery(row))
                    .findOne()
                    .orElseThrow(() -> new UnknownDelivery(id));
            if (delivery.state() == DeliveryState.WITHDRAWN) {
                return delivery;
            }
            if (delivery.state() != DeliveryState.APPLIED) {
                throw NotApplied.toWithdraw(delivery);
            }
            var now = clock.instant();
            outbox.say(
                    transaction,
                    Topics.DELIVERIES_WITHDRAWN,
                    id.toString(),
                    new DeliveryWithdrawn(id, delivery.anchor(), reason, now));
            return transaction
                    .createQuery("""
                            UPDATE delivery SET state = 'WITHDRAWN', withdrawal_reason = :reason, withdrawn_at = :now
                            WHERE id = :id RETURNING *
                            """)
                    .bind("reason", reason)
                    .bind("now", now)
                    .bind("id", id)
                    .map((row, context) -> delivery(row))
                    .one();
        });
    }

    /** Begins an attempt at reading and forgets what an earlier one found. */
    Delivery beginAttempt(UUID id) {
        return database.inTransaction(transaction -> {
            transaction.execute("DELETE FROM refused_row WHERE delivery = ?", id);
            return transaction
                    .createQuery("""
                            UPDATE delivery SET state = 'READING', attempt = attempt + 1, problem_code = NULL,
                                problem_detail = NULL
                            WHERE id = :id RETURNING *
                            """)
                    .bind("id", id)
                    .map((row, context) -> delivery(row))
                    .one();
        });
    }

    /** Records what has been read so far, for those who watch. */
    void progress(UUID id, Tally tally) {
        database.useHandle(handle -> tallied(handle, "UPDATE delivery SET " + TALLY + " WHERE id = :id", id, tally));
    }

    /** Records that all lines are with Kafka but for the word that closes them. */
    void published(UUID id, Layout layout, Tally tally) {
        database.useHandle(handle -> {
            tallied(handle, "UPDATE delivery SET state = 'PUBLISHED', " + TALLY + " WHERE id = :id", id, tally);
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
                    .bind("detail", problem.detail())
                    .bind("id", id)
                    .execute();
            layout.ifPresent(found -> keepLayout(transaction, id, found));
        });
    }

    /** Records what the ledger says of the attempt that was published last. */
    public void applied(DeliveryApplied fact) {
        database.useTransaction(transaction -> {
            transaction
                    .createUpdate("""
                        UPDATE delivery SET state = CASE WHEN CAST(:agrees AS boolean) THEN 'APPLIED' ELSE state END,
                            applied_lines = :lines, applied_total = :total, applied_agrees = :agrees, applied_at = :at
                        WHERE id = :id AND attempt = :attempt AND state IN ('PUBLISHED', 'APPLIED')
                        """)
                    .bind("agrees", fact.agrees())
                    .bind("lines", fact.lines())
                    .bind("total", fact.total())
                    .bind("at", fact.appliedAt())
                    .bind("id", fact.delivery())
                    .bind("attempt", fact.attempt())
                    .execute();
            if (fact.agrees()) {
                transaction.execute("""
                        UPDATE delivery AS old SET state = 'SUPERSEDED', superseded_by = new.id FROM delivery AS new
                        WHERE new.id = ? AND old.id = new.supersedes AND old.state = 'APPLIED'
                            AND new.state = 'APPLIED'
                        """, fact.delivery());
            }
        });
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
        try {
            handle.createUpdate("UPDATE delivery SET layout = CAST(:layout AS jsonb) WHERE id = :id")
                    .bind("layout", json.writeValueAsString(layout))
                    .bind("id", id)
                    .execute();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Delivery delivery(ResultSet row) throws SQLException {
        var layout = row.getString("layout");
        var problem = row.getString("problem_code");
        var appliedAt = row.getTimestamp("applied_at");
        var withdrawnAt = row.getTimestamp("withdrawn_at");
        var expectedLines = row.getLong("expected_lines");
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getString("anchor"),
                row.getString("feed"),
                DeliveryState.valueOf(row.getString("state")),
                row.getTimestamp("received_at").toInstant(),
                row.getString("file_name"),
                row.getLong("bytes"),
                row.getString("sha256"),
                new ControlTotal(
                        row.getObject("expected_lines") == null ? null : (Long) expectedLines,
                        row.getBigDecimal("expected_total"),
                        row.getString("period")),
                row.getInt("attempt"),
                layout == null ? null : read(layout),
                new Tally(
                        row.getLong("accepted"),
                        row.getLong("refused"),
                        row.getLong("blank"),
                        row.getLong("excluded"),
                        row.getBigDecimal("net"),
                        row.getBigDecimal("credits"),
                        row.getLong("credit_lines")),
                problem == null
                        ? Optional.empty()
                        : Optional.of(new DeliveryProblem(problem, row.getString("problem_detail"))),
                appliedAt == null
                        ? Optional.empty()
                        : Optional.of(new Applied(
                                row.getLong("applied_lines"),
                                row.getBigDecimal("applied_total"),
                                row.getBoolean("applied_agrees"),
                                appliedAt.toInstant())),
                row.getObject("supersedes", UUID.class),
                row.getObject("superseded_by", UUID.class),
                withdrawnAt == null
                        ? Optional.empty()
                        : Optional.of(new Withdrawal(row.getString("withdrawal_reason"), withdrawnAt.toInstant())));
    }

    private Layout read(String layout) {
        try {
            return json.readValue(layout, Layout.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a stored layout cannot be read", damaged);
        }
    }
}
