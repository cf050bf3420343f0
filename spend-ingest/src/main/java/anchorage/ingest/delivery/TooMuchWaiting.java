package anchorage.ingest.delivery;

/** So many deliveries wait to be read that no more are taken for now. */
public class TooMuchWaiting extends RuntimeException {

    private final boolean isOfOneAnchor;

    private TooMuchWaiting(boolean isOfOneAnchor, String message) {
        super(message);
        this.isOfOneAnchor = isOfOneAnchor;
    }

    static TooMuchWaiting ofAnchor(long waiting) {
        return new TooMuchWaiting(
                true,
                waiting + " deliveries of this anchor wait to be read. Push the next when some of them have been; "
                        + "Retry-After says when to try.");
    }

    static TooMuchWaiting ofAll(long waiting) {
        return new TooMuchWaiting(
                false,
                waiting + " deliveries wait to be read, and no more are taken now. Retry-After says when to try.");
    }

    /** Whether the anchor's own deliveries are too many, rather than everybody's. */
    public boolean isOfOneAnchor() {
        return isOfOneAnchor;
    }
}
