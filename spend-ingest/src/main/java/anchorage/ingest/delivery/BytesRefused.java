package anchorage.ingest.delivery;

/** The bytes that arrived cannot be a delivery: there are none, or they are not those that were sent. */
public class BytesRefused extends RuntimeException {

    private final boolean empty;

    private BytesRefused(boolean empty, String message) {
        super(message);
        this.empty = empty;
    }

    static BytesRefused empty() {
        return new BytesRefused(true, "The body has no bytes. Send the file itself as the body.");
    }

    static BytesRefused otherDigest(String said, String found) {
        return new BytesRefused(
                false, "Repr-Digest says sha-256 " + said + ", but what arrived has " + found + ". Send it again.");
    }

    public boolean isEmpty() {
        return empty;
    }
}
