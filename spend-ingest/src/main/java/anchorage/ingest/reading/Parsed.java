package anchorage.ingest.reading;

/**
 * A cell's value, or why there is none. Exactly one of the two is null.
 *
 * @param code why the cell could not be read
 * @param advice what to do about it
 */
record Parsed<T>(T value, Refusal.Code code, String advice) {

    static <T> Parsed<T> of(T value) {
        return new Parsed<>(value, null, null);
    }

    static <T> Parsed<T> refused(Refusal.Code code, String advice) {
        return new Parsed<>(null, code, advice);
    }

    boolean isRefused() {
        return code != null;
    }
}
