package anchorage.ingest.webhook;

import anchorage.ingest.IngestSettings;
import anchorage.ingest.webhook.Webhook.Disabling;
import anchorage.ingest.webhook.Webhook.Reason;
import anchorage.ingest.webhook.Webhook.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** All webhooks that the work at hand reaches. */
@ApplicationScoped
public class Webhooks {

    private final Jdbi database;
    private final AddressGuard guard;
    private final WebhookSecrets secrets;
    private final IngestSettings settings;
    private final Clock clock;

    Webhooks(Jdbi database, AddressGuard guard, WebhookSecrets secrets, IngestSettings settings, Clock clock) {
        this.database = database;
        this.guard = guard;
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
    }

    /** A webhook that was just made, and its secret, which nobody is shown again. */
    public record Made(Webhook webhook, WebhookSecret secret) {}

    /** A webhook's place among its owner's. */
    public record Place(Instant createdAt, UUID id) {}

    /** An anchor's webhooks, or the region's, the oldest first, at most so many, those behind a place. */
    public List<Webhook> of(Optional<String> anchor, Optional<Place> after, int most) {
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM webhook WHERE anchor IS NOT DISTINCT FROM :anchor
                            AND (CAST(:id AS uuid) IS NULL
                                OR (created_at, id) > (CAST(:createdAt AS timestamptz), CAST(:id AS uuid)))
                        ORDER BY created_at, id LIMIT :most
                        """)
                .bind("anchor", anchor)
                .bind("createdAt", after.map(Place::createdAt).orElse(null))
                .bind("id", after.map(Place::id).orElse(null))
                .bind("most", most)
                .map((row, context) -> webhook(row))
                .list());
    }

    /** The webhook of that id. */
    public Webhook named(UUID id) {
        return find(id).orElseThrow(() -> new UnknownWebhook(id));
    }

    /** The webhook of that id, if there is one. */
    public Optional<Webhook> find(UUID id) {
        return database.withHandle(handle -> handle.createQuery("SELECT * FROM webhook WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> webhook(row))
                .findOne());
    }

    /** Makes a webhook of an anchor's, or of the region's. */
    public Made make(Optional<String> anchor, Wish wish) {
        mustBeFit(anchor, wish);
        return database.inTransaction(transaction -> {
            mustHaveRoom(transaction, anchor);
            var made = transaction
                    .createQuery("""
                            INSERT INTO webhook (id, anchor, title, address, events, created_at, free_at)
                            VALUES (:id, :anchor, :title, :address, :events, :now, :now) RETURNING *
                            """)
                    .bind("id", UUID.randomUUID())
                    .bind("anchor", anchor)
                    .bind("title", wish.title())
                    .bind("address", wish.address().toString())
                    .bindArray("events", String.class, types(wish))
                    .bind("now", clock.instant())
                    .map((row, context) -> webhook(row))
                    .one();
            return new Made(made, secrets.make(transaction, made, clock.instant()));
        });
    }

    /** Makes a webhook what is said. One that is enabled again is sent what has waited meanwhile. */
    public Webhook change(UUID id, Wish wish, boolean isEnabled) {
        mustBeFit(named(id).anchor(), wish);
        return database.withHandle(handle -> handle.createQuery("""
                        UPDATE webhook SET title = :title, address = :address, events = :events,
                            free_at = CASE WHEN :enabled AND disabled_at IS NOT NULL THEN :now ELSE free_at END,
                            failing_since = CASE WHEN :enabled AND disabled_at IS NOT NULL THEN NULL ELSE failing_since END,
                            failures = CASE WHEN :enabled AND disabled_at IS NOT NULL THEN 0 ELSE failures END,
                            disabled_at = CASE WHEN :enabled THEN NULL ELSE COALESCE(disabled_at, :now) END,
                            disabled_because = CASE WHEN :enabled THEN NULL ELSE COALESCE(disabled_because, 'ASKED') END
                        WHERE id = :id RETURNING *
                        """)
                .bind("title", wish.title())
                .bind("address", wish.address().toString())
                .bindArray("events", String.class, types(wish))
                .bind("enabled", isEnabled)
                .bind("now", Timestamp.from(clock.instant()))
                .bind("id", id)
                .map((row, context) -> webhook(row))
                .findOne()
                .orElseThrow(() -> new UnknownWebhook(id)));
    }

    /** Forgets a webhook, its secrets and its notices. */
    public void delete(UUID id) {
        named(id);
        database.useHandle(handle -> handle.execute("DELETE FROM webhook WHERE id = ?", id));
    }

    private void mustBeFit(Optional<String> anchor, Wish wish) {
        if (!wish.isFitFor(anchor)) {
            throw new UnfitEvents(anchor.isPresent() ? Event.OF_AN_ANCHOR : Event.OF_THE_REGION);
        }
        guard.judge(wish.address());
    }

    private void mustHaveRoom(Handle transaction, Optional<String> anchor) {
        int most = settings.webhooks().most();
        long there = transaction
                .createQuery("SELECT count(*) FROM webhook WHERE anchor IS NOT DISTINCT FROM :anchor")
                .bind("anchor", anchor)
                .mapTo(Long.class)
                .one();
        if (there >= most) {
            throw new TooManyWebhooks(most);
        }
    }

    private static List<String> types(Wish wish) {
        return wish.events().stream().map(Event::type).toList();
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        var disabledAt = instant(row, "disabled_at");
        var because = row.getString("disabled_because");
        var events = Stream.of((String[]) row.getArray("events").getArray())
                .map(Event::of)
                .toList();
        return new Webhook(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("anchor")),
                new Wish(row.getString("title"), URI.create(row.getString("address")), events),
                row.getTimestamp("created_at").toInstant(),
                disabledAt.map(at -> new Disabling(at, Reason.valueOf(because))),
                instant(row, "failing_since"));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
