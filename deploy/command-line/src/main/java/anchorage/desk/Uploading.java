package anchorage.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sends a file as an upload, and goes on where a connection broke: in this run, and in the next if it remembers. */
public final class Uploading {

    private static final Pattern PART_LIMIT = Pattern.compile("max-append-size=(\\d+)");
    private static final int TRIES = 10;

    private final Api api;
    private final Progress progress;
    private final Optional<UnfinishedUploads> unfinished;

    public Uploading(Api api, Progress progress) {
        this(api, progress, Optional.empty());
    }

    private Uploading(Api api, Progress progress, Optional<UnfinishedUploads> unfinished) {
        this.api = api;
        this.progress = progress;
        this.unfinished = unfinished;
    }

    /** The same, but it remembers in that folder what it has begun. */
    public Uploading remembering(Path folder) {
        return new Uploading(api, progress, Optional.of(new UnfinishedUploads(folder)));
    }

    /**
     * Sends the file and answers the delivery that it has become.
     *
     * @param deliveries path and query of the push
     */
    public JsonNode upload(String client, String deliveries, Path file) {
        var upload = unfinished
                .flatMap(known -> known.of(deliveries, file))
                .filter(known -> isThere(client, known))
                .orElseGet(() -> begin(client, deliveries, file));
        var delivery = send(client, upload, file);
        unfinished.ifPresent(known -> known.forget(deliveries, file));
        return delivery;
    }

    private boolean isThere(String client, String upload) {
        return head(client, upload).statusCode() == 204;
    }

    private String begin(String client, String deliveries, Path file) {
        var headers = new LinkedHashMap<>(UploadBody.described(file));
        headers.put("Upload-Complete", "?0");
        headers.put("Upload-Length", String.valueOf(UploadBody.length(file)));
        var answer = api.send(client, "POST", deliveries, BodyPublishers.noBody(), headers);
        Api.expect(answer);
        var upload = path(answer);
        unfinished.ifPresent(known -> known.keep(deliveries, file, upload));
        return upload;
    }

    private JsonNode send(String client, String upload, Path file) {
        long furthest = 0;
        for (int tries = 1; tries <= TRIES; tries++) {
            try {
                var stand = head(client, upload);
                if (stand.statusCode() < 500) {
                    Api.expect(stand);
                    if (stand.headers()
                            .firstValue("Upload-Complete")
                            .filter("?1"::equals)
                            .isPresent()) {
                        return api.get(client, path(stand));
                    }
                    long offset = Long.parseLong(
                            stand.headers().firstValue("Upload-Offset").orElseThrow());
                    tries = offset > furthest ? 1 : tries;
                    furthest = offset;
                    var answer = part(client, upload, file, offset, limit(stand));
                    if (answer.statusCode() == 202) {
                        return Api.tree(answer.body());
                    }
                    if (answer.statusCode() / 100 == 4 && answer.statusCode() != 409) {
                        Api.expect(answer);
                    }
                }
            } catch (NoAnswer broken) {
                progress.text("the connection broke; going on in a moment");
            }
            Pause.millis(Math.min(30_000, 100L << tries));
        }
        throw new NotDone(
                Outcome.UNFINISHED,
                "The upload of " + file + " broke off at byte " + furthest
                        + ". Say the same again to go on from there.");
    }

    private HttpResponse<String> part(String client, String upload, Path file, long offset, long limit) {
        var name = file.getFileName().toString();
        long left = UploadBody.length(file) - offset;
        long size = Math.min(left, limit);
        return api.send(
                client,
                "PATCH",
                upload,
                UploadBody.of(file, offset, size, done -> progress.share("uploading " + name, done)),
                Map.of(
                        "Content-Type",
                        "application/partial-upload",
                        "Upload-Offset",
                        String.valueOf(offset),
                        "Upload-Complete",
                        size == left ? "?1" : "?0"));
    }

    private HttpResponse<String> head(String client, String upload) {
        return api.send(client, "HEAD", upload, BodyPublishers.noBody(), Map.of());
    }

    private static long limit(HttpResponse<String> stand) {
        return stand.headers()
                .firstValue("Upload-Limit")
                .map(PART_LIMIT::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(limit -> Long.parseLong(limit.group(1)))
                .orElse(Long.MAX_VALUE);
    }

    private static String path(HttpResponse<String> answer) {
        var location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf("/v1/"));
    }
}
