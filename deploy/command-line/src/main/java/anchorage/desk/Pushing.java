package anchorage.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    private final Following following;
    private final String query;

    public Pushing(Api api, Progress progress) {
        this(api, progress, new Uploading(api, progress), new Following(api, progress, Duration.ofDays(1)), "");
    }

    private Pushing(Api api, Progress progress, Uploading uploading, Following following, String query) {
        this.api = api;
        this.progress = progress;
        this.uploading = uploading;
        this.following = following;
        this.query = query;
    }

    /** The same, but what it pushes is that to an earlier delivery, or must come to that: parameters of the push. */
    public Pushing that(Map<String, String> relation) {
        var parameters = relation.entrySet().stream()
                .map(each -> each.getKey() + "=" + Api.encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return new Pushing(api, progress, uploading, following, parameters.isEmpty() ? "" : "?" + parameters);
    }

    /** The same, but it goes on with big files that an earlier run began, as the memory says. */
    public Pushing goingOn(Path memory) {
        return new Pushing(api, progress, uploading.remembering(memory), following, query);
    }

    /** The same, but it follows what it has pushed for so long at most. */
    public Pushing waiting(Duration patience) {
        return new Pushing(api, progress, uploading, new Following(api, progress, patience), query);
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
        return following.toItsEnd(client, taken.get("id").asText());
    }

    private void ensureFeed(String client, String path, String feed, Path file, Map<String, String> settings) {
        try {
            api.get(client, path);
            return;
        } catch (ApiRefused refused) {
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
            throw new NotDone(Outcome.NO_FILE, "cannot read " + file, failure);
        }
    }
}
