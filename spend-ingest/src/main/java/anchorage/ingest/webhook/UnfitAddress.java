package anchorage.ingest.webhook;

/** Notices are not sent to that address. */
public class UnfitAddress extends RuntimeException {

    UnfitAddress(String message) {
        super(message);
    }
}
