package anchorage.ingest.webhook;

import anchorage.ingest.IngestSettings;
import anchorage.ingest.webhook.Notice.Sending;
import anchorage.ingest.webhook.Webhook.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The notices that wait to be sent. A webhook is sent one at a time, whichever process sends it, so that one that is slow
 * or away keeps one sender busy and no more; and after a failure it is left alone for a while.
 */
@ApplicationScoped
class NoticeQueue {

    private static final Logger LOG = Logger.getLogger(NoticeQueue.class);

    /** Added to a receiver's patience: a claim that is older was its process's last. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final int GONE = 410;

    private final Jdbi database;
    private final WebhookSecrets secrets;
    private final IngestSettings.Webhooks settings;
    private final Clock clock;
    private final Backoff backoff = new Backoff(new SecureRandom());

    NoticeQueue(Jdbi database, WebhookSecrets secrets, IngestSettings settings, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.settings = settings.webhooks();
        this.clock = clock;
    }

    /** A notice to be sent now, to whom, and signed with what. */
    record Due(UUID webhook, URI address, UUID notice, Event event, String body, List<WebhookSecret> secrets) {}

    /** What came of sending: the try itself, and how long the receiver asks to be left alone. */
    record Outcome(Sending sending, Optional<Duration> retryAfter) {}

    /** The next notice to be sent, its webhook being kept from other senders until the outcome is noted. */
    Optional<Due> claim() {
        var now = clock.instant();
        return database.inTransaction(transaction -> {
            var due = transaction
                    .createQuery("""
                            SELECT webhook.id AS webhook, webhook.address, next.id AS notice, next.event, next.body
                            FROM webhook CROSS JOIN LATERAL (
                                SELECT * FROM notice
                                WHERE notice.webhook = webhook.id AND state = 'WAITING' AND next_at <= :now
                                    AND (webhook.disabled_at IS NULL OR event = :test)
                                ORDER BY next_at, number LIMIT 1) AS next
                            WHERE webhook.free_at <= :now
                            ORDER BY webhook.free_at LIMIT 1 FOR UPDATE OF webhook SKIP LOCKED
                            """)
                    .bind("now", now)
                    .bind("test", Event.WEBHOOK_TEST.type())
                    .map((row, context) -> new Due(
                            row.getObject("webhook", UUID.class),
                            URI.create(row.getString("address")),
                            row.getObject("notice", UUID.class),
                            Event.of(row.getString("event")),
                            row.getString("body"),
                            secrets.live(transaction, row.getObject("webhook", UUID.class), now)))
                    .findOne();
            due.ifPresent(claimed -> free(
                    transaction, claimed.webhook, now.plus(settings.patience()).plus(GRACE)));
            return due;
        });
    }

    /** Notes how a sending went, and what follows from that for the notice and its webhook. */
    void note(Due due, Outcome outcome) {
        database.useTransaction(transaction -> {
            var isThere = transaction
                            .createUpdate("""
                                    INSERT INTO notice_sending (notice, anchor, at, millis, status, failure, answer)
                                    SELECT id, anchor, :at, :millis, :status, :failure, :answer FROM notice WHERE id = :id
                                    """)
                            .bind("at", outcome.sending.at())
                            .bind("millis", outcome.sending.millis())
                            .bind("status", outcome.sending.status())
                            .bind("failure", outcome.sending.failure())
                            .bind("answer", outcome.sending.answer())
                            .bind("id", due.notice)
                            .execute()
                    > 0;
            if (!isThere) {
                // The webhook was deleted while it was being told.
                return;
            }
            if (outcome.sending.wentWell()) {
                noteSuccess(transaction, due);
            } else {
                noteFailure(transaction, due, outcome);
            }
        });
    }

    private void noteSuccess(Handle transaction, Due due) {
        var now = clock.instant();
        transaction.execute("UPDATE notice SET state = 'SENT', sent_at = ? WHERE id = ?", now, due.notice);
        transaction.execute(
                "UPDATE webhook SET failing_since = NULL, failures = 0, free_at = ? WHERE id = ?", now, due.webhook);
    }

    private void noteFailure(Handle transaction, Due due, Outcome outcome) {
        var now = clock.instant();
        int failures = transaction
                .createQuery("UPDATE notice SET failures = failures + 1 WHERE id = :id RETURNING failures")
                .bind("id", due.notice)
                .mapTo(Integer.class)
                .one();
        var wait = due.event == Event.WEBHOOK_TEST
                ? Optional.<Duration>empty()
                : backoff.after(failures, outcome.retryAfter);
        transaction.execute(
                "UPDATE notice SET state = ?, next_at = ? WHERE id = ?",
                wait.isPresent() ? "WAITING" : "GIVEN_UP",
                now.plus(wait.orElse(Duration.ZERO)),
                due.notice);
        record Failing(Instant since, int failures, boolean isDisabled) {}
        var failing = transaction
                .createQuery("""
                        UPDATE webhook SET failing_since = COALESCE(failing_since, :now), failures = failures + 1
                        WHERE id = :id RETURNING failing_since, failures, disabled_at IS NOT NULL AS is_disabled
                        """)
                .bind("now", now)
                .bind("id", due.webhook)
                .map((row, context) -> new Failing(
                        row.getTimestamp("failing_since").toInstant(),
                        row.getInt("failures"),
                        row.getBoolean("is_disabled")))
                .one();
        free(transaction, due.webhook, now.plus(backoff.pauseAfter(failing.failures)));
        if (failing.isDisabled) {
            return;
        }
        if (outcome.sending.status().filter(status -> status == GONE).isPresent()) {
            disable(transaction, due.webhook, Reason.GONE, now);
        } else if (failing.since.plus(settings.disabledAfter()).isBefore(now)) {
            disable(transaction, due.webhook, Reason.FAILING, now);
        }
    }

    private static void disable(Handle transaction, UUID webhook, Reason reason, Instant now) {
        transaction.execute(
                "UPDATE webhook SET disabled_at = ?, disabled_because = ? WHERE id = ?", now, reason.name(), webhook);
        LOG.warnf("a webhook is disabled; what it is to be told waits webhook=%s because=%s", webhook, reason);
    }

    private static void free(Handle transaction, UUID webhook, Instant at) {
        transaction.execute("UPDATE webhook SET free_at = ? WHERE id = ?", at, webhook);
    }
}
