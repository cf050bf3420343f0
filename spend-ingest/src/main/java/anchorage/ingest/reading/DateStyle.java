package anchorage.ingest.reading;

/**
 * A way of writing a day in numbers. Where two systems' lines stand in one file, each has its own way, and its own order
 * of day and month.
 */
public enum DateStyle {
    /** 31/03/2026 */
    PADDED,
    /** 3/31/2026 */
    UNPADDED,
    /** 31/03/26 */
    PADDED_SHORT_YEAR,
    /** 3/31/26 */
    UNPADDED_SHORT_YEAR;

    static DateStyle of(String first, String second, String year) {
        boolean isPadded = first.length() == 2 && second.length() == 2;
        if (year.length() == 4) {
            return isPadded ? PADDED : UNPADDED;
        }
        return isPadded ? PADDED_SHORT_YEAR : UNPADDED_SHORT_YEAR;
    }
}
