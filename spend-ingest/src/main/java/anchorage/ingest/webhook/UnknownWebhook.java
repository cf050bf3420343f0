package anchorage.ingest.webhook;

import java.util.UUID;

/** There is no webhook of that id, or none of the caller's. */
public class UnknownWebhook extends RuntimeException {

    UnknownWebhook(UUID id) {
        super("You have no webhook " + id + ". GET /v1/webhooks lists yours.");
    }
}
