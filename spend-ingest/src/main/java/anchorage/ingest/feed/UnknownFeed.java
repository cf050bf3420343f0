package anchorage.ingest.feed;

/** The anchor has no feed of that id. */
public class UnknownFeed extends RuntimeException {

    public UnknownFeed(String anchor, String feed) {
        super("Anchor '" + anchor + "' has no feed '" + feed + "'. Create it with PUT /v1/anchors/" + anchor + "/feeds/"
                + feed + ".");
    }
}
