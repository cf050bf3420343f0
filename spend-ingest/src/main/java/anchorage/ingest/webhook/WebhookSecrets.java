package anchorage.ingest.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The secrets that webhooks' notices are signed with: one, or two while the one takes the other's place. */
@ApplicationScoped
public class WebhookSecrets {

    private final Jdbi database;
    private final Seal seal;
    private final Clock clock;

    WebhookSecrets(Jdbi database, Seal seal, Clock clock) {
        this.database = database;
        this.seal = seal;
        this.clock = clock;
    }

    /** A new secret, and when the former one ends. */
    public record Rotated(WebhookSecret secret, Instant formerEndsAt) {}

    /** Gives the webhook a new secret; the former one signs beside it for a while, and one before that no more. */
    public Rotated rotate(Webhook webhook, Duration overlap) {
        var now = clock.instant();
        var end = now.plus(overlap);
        return database.inTransaction(transaction -> {
            transaction.execute("DELETE FROM webhook_secret WHERE webhook = ? AND ends_at IS NOT NULL", webhook.id());
            transaction.execute(
                    "UPDATE webhook_secret SET ends_at = ? WHERE webhook = ?", Timestamp.from(end), webhook.id());
            return new Rotated(make(transaction, webhook, now), end);
        });
    }

    WebhookSecret make(Handle transaction, Webhook webhook, Instant now) {
        var secret = WebhookSecret.made();
        transaction
                .createUpdate("""
                        INSERT INTO webhook_secret (id, webhook, anchor, sealed, made_at)
                        VALUES (:id, :webhook, :anchor, :sealed, :now)
                        """)
                .bind("id", UUID.randomUUID())
                .bind("webhook", webhook.id())
                .bind("anchor", webhook.anchor())
                .bind("sealed", seal.close(secret, webhook.id()))
                .bind("now", now)
                .execute();
        return secret;
    }

    /** Those that sign at a moment, the present one first. */
    List<WebhookSecret> live(Handle handle, UUID webhook, Instant now) {
        return handle.createQuery("""
                        SELECT sealed FROM webhook_secret WHERE webhook = :webhook AND (ends_at IS NULL OR ends_at > :now)
                        ORDER BY ends_at NULLS FIRST
                        """)
                .bind("webhook", webhook)
                .bind("now", now)
                .mapTo(byte[].class)
                .map(bytes -> seal.open(bytes, webhook))
                .list();
    }
}
