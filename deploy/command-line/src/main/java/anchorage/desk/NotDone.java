package anchorage.desk;

/** Something could not be done; the message says what to do. */
public class NotDone extends RuntimeException {

    private final Outcome outcome;

    public NotDone(Outcome outcome, String message) {
        super(message);
        this.outcome = outcome;
    }

    public NotDone(Outcome outcome, String message, Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
    }

    /** How the command comes out that this ends. */
    public Outcome outcome() {
        return outcome;
    }
}
