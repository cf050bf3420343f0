package anchorage.ingest.reading;

/**
 * The file as a whole cannot be read as a ledger.
 *
 * <p>{@code code} tells kinds apart; the message says what the file is and what to do.
 */
public class UnreadableFile extends RuntimeException {

    private final String code;

    public UnreadableFile(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
