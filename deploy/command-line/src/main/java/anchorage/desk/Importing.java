package anchorage.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/** Loads registers, the way a steward would. */
public final class Importing {

    private final Api api;
    private final Progress progress;

    public Importing(Api api, Progress progress) {
        this.api = api;
        this.progress = progress;
    }

    /**
     * Loads a file and follows the load to its end.
     *
     * @param query more of the request's query, beginning with {@code ?}, or empty
     * @return the import when it is DONE
     */
    public JsonNode load(String client, String kind, Path file, String query) {
        var name = file.getFileName().toString();
        var taken = api.post(
                client,
                "/v1/registers/" + Api.encoded(kind) + "/imports" + query,
                UploadBody.of(file, done -> progress.share("uploading " + name, done)),
                UploadBody.described(file));
        while (true) {
            var now = api.get(
                    client,
                    "/v1/registers/" + Api.encoded(kind) + "/imports/"
                            + taken.get("id").asText());
            switch (now.get("state").asText()) {
                case "DONE" -> {
                    progress.done();
                    return now;
                }
                case "REFUSED" -> {
                    progress.done();
                    throw new NotDone(
                            Outcome.REFUSED,
                            name + " was refused: " + now.path("problem").asText());
                }
                default -> progress.text(name + ": " + now.get("rowsRead").asLong() + " rows read");
            }
            Pause.millis(200);
        }
    }

    /** What came of it, for people. */
    public static String told(Path file, JsonNode loaded) {
        return file + ": " + loaded.get("rowsTaken").asLong() + " of "
                + loaded.get("rowsRead").asLong() + " rows taken, "
                + loaded.get("rowsRefused").asLong() + " refused\n";
    }
}
