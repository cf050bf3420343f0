package anchorage.ingest.anchor;

/** There is no anchor of that id. */
public class UnknownAnchor extends RuntimeException {

    public UnknownAnchor(String id) {
        super("There is no anchor '" + id + "'. A platform-admin creates it with PUT /v1/anchors/" + id + ".");
    }
}
