package anchorage.ingest.webhook;

import anchorage.ingest.IngestSettings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Writes the notices of an event for every webhook that asked for it. That is done in the transaction that makes the
 * event so: there is no event without its notices, and no notice of what did not happen.
 */
@ApplicationScoped
public class Notices {

    private final ObjectMapper json;
    private final IngestSettings settings;
    private final Clock clock;

    Notices(ObjectMapper json, IngestSettings settings, Clock clock) {
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Something that happened.
     *
     * @param anchor whose webhooks are told; empty for the region's
     * @param occasion what tells it from every other of its kind: told of twice, it is noted once
     */
    public record Happening(Event event, Optional<String> anchor, String occasion, Instant at, NoticeData data) {}

    /** Writes what is to be told of an event. What came before a webhook was made is not told it. */
    public void tell(Handle transaction, Happening happening) {
        var now = clock.instant();
        if (happening.at().isBefore(now.minus(settings.webhooks().kept()))) {
            // Heard again after its notices were forgotten.
            return;
        }
        var webhooks = transaction
                .createQuery("""
                        SELECT id FROM webhook
                        WHERE anchor IS NOT DISTINCT FROM :anchor AND :event = ANY(events) AND created_at <= :at
                        """)
                .bind("anchor", happening.anchor())
                .bind("event", happening.event().type())
                .bind("at", happening.at())
                .mapTo(UUID.class)
                .list();
        write(transaction, webhooks, happening, now);
    }

    /** Writes a notice for one webhook, whatever it asked for, and answers its id. */
    UUID tell(Handle transaction, UUID webhook, Happening happening) {
        return write(transaction, List.of(webhook), happening, clock.instant()).get(0);
    }

    private List<UUID> write(Handle transaction, List<UUID> webhooks, Happening happening, Instant now) {
        if (webhooks.isEmpty()) {
            return List.of();
        }
        var batch = transaction.prepareBatch("""
                INSERT INTO notice (id, webhook, anchor, event, occasion, body, made_at, state, next_at)
                VALUES (:id, :webhook, :anchor, :event, :occasion, :body, :now, 'WAITING', :now)
                ON CONFLICT (webhook, event, occasion) DO NOTHING
                """);
        var ids = webhooks.stream().map(any -> UUID.randomUUID()).toList();
        for (int at = 0; at < webhooks.size(); at++) {
            batch.bind("id", ids.get(at))
                    .bind("webhook", webhooks.get(at))
                    .bind("anchor", happening.anchor())
                    .bind("event", happening.event().type())
                    .bind("occasion", happening.occasion())
                    .bind("body", body(happening))
                    .bind("now", now)
                    .add();
        }
        batch.execute();
        return ids;
    }

    private String body(Happening happening) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", happening.event().type());
        body.put("timestamp", happening.at().toString());
        body.put("data", happening.data());
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a notice could not be written as JSON", impossible);
        }
    }
}
