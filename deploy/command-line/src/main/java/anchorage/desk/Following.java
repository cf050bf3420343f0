package anchorage.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Follows deliveries until it is known what became of them. */
public final class Following {

    private final Api api;
    private final Progress progress;
    private final Duration patience;

    /** @param patience after how long it gives up */
    public Following(Api api, Progress progress, Duration patience) {
        this.api = api;
        this.progress = progress;
        this.patience = patience;
    }

    /** The delivery as it stands. */
    public JsonNode now(String client, String delivery) {
        return api.get(client, "/v1/deliveries/" + Api.encoded(delivery));
    }

    /** The delivery at its end. */
    public JsonNode toItsEnd(String client, String delivery) {
        var until = Instant.now().plus(patience);
        for (long pause = 50; ; pause = Math.min(250, pause * 2)) {
            var now = now(client, delivery);
            if (isOver(now)) {
                progress.done();
                return now;
            }
            var state = now.get("state").asText().toLowerCase(Locale.ROOT);
            progress.text(now.path("fileName").asText(delivery) + ": " + state + ", "
                    + now.at("/counts/read").asLong() + " rows read");
            if (isMiscounted(now)) {
                progress.done();
                throw new NotDone(
                        Outcome.UNFINISHED,
                        "The ledger counted otherwise than was sent, and did not take delivery " + delivery
                                + ". Tell those who run Anchorage.");
            }
            if (Instant.now().isAfter(until)) {
                progress.done();
                throw new NotDone(
                        Outcome.UNFINISHED,
                        "Delivery " + delivery + " is still " + state + ". It goes on without us; ask for it later.");
            }
            Pause.millis(pause);
        }
    }

    /** How a delivery that stands so comes out. */
    public static Outcome outcome(JsonNode delivery) {
        if (!isOver(delivery)) {
            return Outcome.UNFINISHED;
        }
        return delivery.get("state").asText().equals("REFUSED") ? Outcome.REFUSED : Outcome.DONE;
    }

    private static boolean isOver(JsonNode delivery) {
        return switch (delivery.get("state").asText()) {
            case "APPLIED", "REFUSED", "SUPERSEDED", "WITHDRAWN" -> true;
            default -> false;
        };
    }

    private static boolean isMiscounted(JsonNode delivery) {
        var agrees = delivery.at("/applied/agrees");
        return agrees.isBoolean() && !agrees.asBoolean();
    }
}
