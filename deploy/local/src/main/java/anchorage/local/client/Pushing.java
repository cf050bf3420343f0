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
import java.util.stream.Collectors;

/** Pushes an anchor's files, the way its finance team would. */
public final class Pushing {

    private static final int SAMPLE = 1 << 18;

    /** A file of which more than a few minutes may be lost when a line breaks. */
    private static final long IN_PARTS_FROM = 256L << 20;

    private final Api api;
    private final Progress progress;
    private final Uploading uploading;
    private final String query;

    public Pushing(Api api, Progress progress) {
        this(api, progress, new Uploading(api, progress), "");
    }

    private Pushing(Api api, Progress progress, Uploading uploading, String query) {
        this.api = api;
        this.progress = progress;
        this.uploading = uploading;
        this.query = query;
    }

    /** The same, but what it pushes is that to an earlier delivery. */
    public Pushing that(Map<String, String> relation) {
        var parameters = relation.entrySet().stream()
                .map(each -> each.getKey() + "=" + Api.encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return new Pushing(api, progress, uploading, parameters.isEmpty() ? "" : "?" + parameters);
    }

    /** The same, but it goes on with big files that an earlier run began, as the memory says. */
    public Pushing goingOn(Path memory) {
        return new Pushing(api, progress, uploading.remembering(memory), query);
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
        var deliveries = path + "/deliveries" + query;
        var name = file.getFileName().toString();
        var taken = UploadBody.length(file) >= IN_PARTS_FROM
                ? uploading.upload(client, deliveries, file)
                : api.post(
                        client,
                        deliveries,
                        UploadBody.of(file, done -> progress.share("uploading " + name, done)),
                        UploadBody.described(file));
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
