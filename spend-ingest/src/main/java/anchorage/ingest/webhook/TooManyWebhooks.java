package anchorage.ingest.webhook;

/** Its owner has as many webhooks as may be. */
public class TooManyWebhooks extends RuntimeException {

    TooManyWebhooks(int most) {
        super("There are " + most + " webhooks, and there may be no more. Delete one, or change it.");
    }
}
