package anchorage.ingest.reading;

/**
 * Why a row could not become a line.
 *
 * @param code the reason, the same for all rows refused for it
 * @param column header of the column at fault
 * @param value what stands there
 * @param advice what to do about it
 */
public record Refusal(Code code, String column, String value, String advice) {

    /** The reasons. */
    public enum Code {
        MISSING_AMOUNT("missing-amount"),
        UNREADABLE_AMOUNT("unreadable-amount"),
        FOREIGN_CURRENCY("foreign-currency"),
        AMOUNT_TOO_LARGE("amount-too-large"),
        MISSING_DATE("missing-date"),
        UNREADABLE_DATE("unreadable-date"),
        IMPLAUSIBLE_DATE("implausible-date"),
        UNREADABLE_RECORD("unreadable-record"),
        WRONG_NUMBER_OF_CELLS("wrong-number-of-cells");

        private final String slug;

        Code(String slug) {
            this.slug = slug;
        }

        /** The code as the public API writes it. */
        public String slug() {
            return slug;
        }
    }
}
