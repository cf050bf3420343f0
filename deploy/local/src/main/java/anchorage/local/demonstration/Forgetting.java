package anchorage.local.demonstration;

import anchorage.desk.Api;
import anchorage.desk.Following;
import anchorage.desk.Progress;
import anchorage.local.part.PartFailed;
import anchorage.local.part.Pause;
import anchorage.local.part.Secrets;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes everything back that demonstration anchors have pushed, and their publishers' secrets away, so that no figure
 * holds a made-up line and nobody can push another. What was known when stays known, so an answer as of an earlier
 * moment still has them.
 */
final class Forgetting {

    private static final String ADMIN = "admin-cli-demo";
    private static final String ANALYST = "analyst-demo";
    private static final String DEMONSTRATION = "demo-";
    private static final String REASON = "{\"reason\":\"the demonstration region was forgotten\"}";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int TRIES = 300;

    private final Api api;
    private final Secrets secrets;
    private final Following following;

    Forgetting(Api api, Secrets secrets, Progress progress) {
        this.api = api;
        this.secrets = secrets;
        this.following = new Following(api, progress, PATIENCE);
    }

    /** Forgets; answers how many deliveries were taken back. */
    int forget() {
        int taken = 0;
        for (var anchor : all("/v1/anchors")) {
            var id = anchor.get("id").asText();
            if (id.startsWith(DEMONSTRATION)) {
                taken += forget(id);
            }
        }
        awaitNoFigure();
        return taken;
    }

    private int forget(String anchor) {
        // The new secret is kept by nobody, and the former one ends at once.
        var credentials = "/v1/anchors/" + Api.encoded(anchor) + "/credentials";
        api.post(ADMIN, credentials, BodyPublishers.noBody(), Map.of());
        api.delete(ADMIN, credentials + "/former");
        secrets.forget("publisher-" + anchor);
        int taken = 0;
        for (var feed : all("/v1/anchors/" + Api.encoded(anchor) + "/feeds")) {
            var deliveries = "/v1/anchors/" + Api.encoded(anchor) + "/feeds/"
                    + Api.encoded(feed.get("id").asText()) + "/deliveries";
            for (var delivery : all(deliveries)) {
                taken += takeBack(delivery.get("id").asText());
            }
        }
        return taken;
    }

    private int takeBack(String delivery) {
        // What is on its way would count in a moment.
        if (!following.toItsEnd(ADMIN, delivery).get("state").asText().equals("APPLIED")) {
            return 0;
        }
        api.post(ADMIN, "/v1/deliveries/" + delivery + "/withdrawal", BodyPublishers.ofString(REASON), JSON);
        return 1;
    }

    /** The ledger hears of a withdrawal a moment later. */
    private void awaitNoFigure() {
        for (int tries = 0; tries < TRIES; tries++) {
            var left = api.get(ANALYST, "/v1/insights/scopes?anchor=" + Api.encoded(DEMONSTRATION + "*"));
            if (left.get("rows").isEmpty()) {
                return;
            }
            Pause.millis(200);
        }
        throw new PartFailed(
                "The deliveries of the demonstration region are taken back, and figures still hold some of "
                        + "their lines. Say the same again in a while; './anchorage logs insight-service' may tell why.");
    }

    private List<JsonNode> all(String path) {
        var all = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = api.get(ADMIN, path + "?limit=500" + cursor);
            page.get("items").forEach(all::add);
            cursor = page.hasNonNull("next")
                    ? "&cursor=" + Api.encoded(page.get("next").asText())
                    : "";
        } while (!cursor.isEmpty());
        return all;
    }
}
