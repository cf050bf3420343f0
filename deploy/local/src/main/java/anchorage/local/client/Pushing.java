package anchorage.local.client;

import anchorage.local.part.PartFailed;
import anchorage.local.part.Pause;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pushes an anchor's files, the way its finance team would. */
public final class Pushing {

    private static final int SAMPLE = 1 << 18;

    private final Api api;
    private final Progress progress;

    public Pushing(Api api, Progress progress) {
        this.api = api;
        this.progress = progress;
    }

    /**
     * Pushes a file and follows the delivery to APPLIED or REFUSED; creates the feed first where there is none.
     *
     * @param feedSettings what to say of a feed that must be created
     * @return the delivery at its end
     */
    public JsonNode push(String client, String anchor, String feed, Path file, Map<String, String> feedSettings) {
        var path = "/v1/anchors/" + Api.encoded(anchor) + "/feeds/" + Api.encoded(feed);
        ensureFeed(client, path, feed, file, feedSettings);
        var name = file.getFileName().toString();
        var taken = api.post(
                client,
                path + "/deliveries",
                UploadBody.of(file, done -> progress.share("uploading " + name, done)),
                Map.of(
                        "Content-Type",
                        "application/octet-stream",
                        "Content-Disposition",
                        "attachment; filename=\"" + name.replace("\"", "") + "\""));
        return follow(client, taken.get("id").asText(), name);
    }

    private JsonNode follow(String client, String delivery, String name) {
        long pause = 50;
        while (true) {
            var now = api.get(client, "/v1/deliveries/" + delivery);
            var state = now.get("state").asText();
            switch (state) {
                case "APPLIED", "REFUSED", "SUPERSEDED", "WITHDRAWN" -> {
                    progress.done();
                    return now;
                }
                default ->
                    progress.text(name + ": " + state.toLowerCase(java.util.Locale.ROOT) + ", "
                            + now.at("/counts/read").asLong() + " rows read");
            }
            if (now.path("applied").path("agrees").isBoolean()
                    && !now.at("/applied/agrees").asBoolean()) {
                throw new PartFailed(
                        "The ledger counted otherwise than was sent, and did not take delivery " + delivery);
            }
            Pause.millis(pause);
            pause = Math.min(250, pause * 2);
        }
    }

    private void ensureFeed(String client, String path, String feed, Path file, Map<String, String> settings) {
        try {
            api.get(client, path);
            return;
        } catch (Api.ApiRefused refused) {
            if (refused.status() != 404) {
                throw refused;
            }
        }
        var proposal = api.post(
                client,
                path + "/mapping-proposals",
                BodyPublishers.ofByteArray(beginning(file)),
                Map.of("Content-Type", "application/octet-stream"));
        var description = new LinkedHashMap<String, Object>();
        description.put("title", feed);
        description.put("mapping", proposal.get("mapping"));
        description.put("vatBasis", proposal.get("vatBasis").asText());
        description.putAll(settings);
        api.put(client, path, description);
    }

    private static byte[] beginning(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            var sample = bytes.readNBytes(SAMPLE);
            boolean isPacked =
                    sample.length > 1 && (sample[0] == 'P' && sample[1] == 'K' || (sample[0] & 0xff) == 0xD0);
            return isPacked ? Files.readAllBytes(file) : sample;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }
}
