package anchorage.ingest.webhook;

import anchorage.ingest.webhook.Notice.Sending;
import anchorage.ingest.webhook.Notice.State;
import anchorage.ingest.webhook.Notice.Told;
import anchorage.ingest.webhook.Notices.Happening;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What a webhook was told, and how that went; and how it is told again. */
@ApplicationScoped
public class NoticeLog {

    private static final String AGAIN =
            "UPDATE notice SET state = 'WAITING', failures = 0, next_at = :now, sent_at = NULL WHERE webhook = :webhook ";

    private final Jdbi database;
    private final Notices notices;
    private final Clock clock;

    NoticeLog(Jdbi database, Notices notices, Clock clock) {
        this.database = database;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * A webhook's notices, the latest first, at most so many, those before one of them. They are swept away from their
     * end, so where that one is gone there are none before it.
     */
    public List<Notice> of(UUID webhook, Optional<State> state, Optional<UUID> before, int most) {
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM notice WHERE webhook = :webhook
                            AND (CAST(:before AS uuid) IS NULL
                                OR number < (SELECT number FROM notice WHERE webhook = :webhook AND id = :before))
                            AND (CAST(:state AS text) IS NULL OR state = :state)
                        ORDER BY number DESC LIMIT :most
                        """)
                .bind("webhook", webhook)
                .bind("before", before)
                .bind("state", state.map(State::name))
                .bind("most", most)
                .map((row, context) -> notice(row))
                .list());
    }

    /** A notice of a webhook, with every try at sending it. */
    public Told told(UUID webhook, UUID id) {
        return database.withHandle(handle -> told(handle, webhook, id));
    }

    /** Sends a notice again, under its own id. */
    public Told again(UUID webhook, UUID id) {
        return database.inTransaction(transaction -> {
            transaction
                    .createUpdate(AGAIN + "AND id = :id")
                    .bind("now", clock.instant())
                    .bind("webhook", webhook)
                    .bind("id", id)
                    .execute();
            return told(transaction, webhook, id);
        });
    }

    /** Sends a webhook's notices again that were made from one moment to before another; answers how many. */
    public int again(UUID webhook, Instant from, Instant to) {
        return database.withHandle(
                handle -> handle.createUpdate(AGAIN + "AND made_at >= :from AND made_at < :to AND event <> :test")
                        .bind("now", clock.instant())
                        .bind("webhook", webhook)
                        .bind("from", from)
                        .bind("to", to)
                        .bind("test", Event.WEBHOOK_TEST.type())
                        .execute());
    }

    /** Makes a notice that says only that notices arrive; it is tried once, also where the webhook is disabled. */
    public Told test(Webhook webhook) {
        return database.inTransaction(transaction -> {
            var test = new Happening(
                    Event.WEBHOOK_TEST,
                    webhook.anchor(),
                    UUID.randomUUID().toString(),
                    clock.instant(),
                    NoticeData.OfTest.of(webhook.id()));
            return told(transaction, webhook.id(), notices.tell(transaction, webhook.id(), test));
        });
    }

    private static Told told(Handle handle, UUID webhook, UUID id) {
        var found = handle.createQuery("SELECT * FROM notice WHERE webhook = :webhook AND id = :id")
                .bind("webhook", webhook)
                .bind("id", id)
                .map((row, context) -> notice(row))
                .findOne()
                .orElseThrow(() -> new UnknownNotice(id));
        var sendings = handle.createQuery("SELECT * FROM notice_sending WHERE notice = :id ORDER BY number")
                .bind("id", id)
                .map((row, context) -> new Sending(
                        row.getTimestamp("at").toInstant(),
                        row.getInt("millis"),
                        Optional.ofNullable(row.getObject("status", Integer.class)),
                        Optional.ofNullable(row.getString("failure")),
                        Optional.ofNullable(row.getString("answer"))))
                .list();
        return new Told(found, sendings);
    }

    private static Notice notice(ResultSet row) throws SQLException {
        var state = State.valueOf(row.getString("state"));
        return new Notice(
                row.getLong("number"),
                row.getObject("id", UUID.class),
                Event.of(row.getString("event")),
                row.getString("body"),
                row.getTimestamp("made_at").toInstant(),
                state,
                row.getInt("failures"),
                Webhooks.instant(row, "next_at").filter(any -> state == State.WAITING),
                Webhooks.instant(row, "sent_at"));
    }
}
