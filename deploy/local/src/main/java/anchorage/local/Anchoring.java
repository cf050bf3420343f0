package anchorage.local;

import anchorage.desk.Api;
import anchorage.local.part.Secrets;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** Creates anchors, and keeps the secrets of their publishers for this installation's command line. */
public final class Anchoring {

    private static final String ADMIN = "admin-cli-demo";

    private final Api api;
    private final Secrets secrets;

    public Anchoring(Api api, Secrets secrets) {
        this.api = api;
        this.secrets = secrets;
    }

    /** Creates or changes the anchor. */
    public void put(String id, Map<String, String> description) {
        api.put(ADMIN, "/v1/anchors/" + Api.encoded(id), description);
        var publisher = "publisher-" + id;
        if (secrets.known(publisher).isEmpty()) {
            var credentials = api.post(
                    ADMIN, "/v1/anchors/" + Api.encoded(id) + "/credentials", BodyPublishers.noBody(), Map.of());
            secrets.keep(publisher, credentials.get("secret").asText());
        }
    }
}
