package anchorage.local.part;

/** A part could not be started or stopped; the message says what to do. */
public class PartFailed extends RuntimeException {

    public PartFailed(String message) {
        super(message);
    }

    public PartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
