package anchorage.ingest.upload;

/** A part does not begin where the upload ends. */
public class OffsetMismatch extends RuntimeException {

    private final long expected;
    private final long provided;

    OffsetMismatch(long expected, long provided) {
        super("The part begins at byte " + provided + ", and the upload ends at byte " + expected
                + ". Send what follows that byte.");
        this.expected = expected;
        this.provided = provided;
    }

    /** Where the next part must begin. */
    public long expected() {
        return expected;
    }

    /** Where this one does. */
    public long provided() {
        return provided;
    }
}
