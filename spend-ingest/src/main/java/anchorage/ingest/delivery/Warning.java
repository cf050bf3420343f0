package anchorage.ingest.delivery;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Something about a delivery that is likely a mistake, though every row of it could be read. It counts all the same. */
public record Warning(Code code, String detail) {

    /** What kind of mistake. */
    public enum Code {
        /** Another delivery that counts has about as many lines in the same month. */
        PERIOD_PUSHED_TWICE,
        /** Between the feed's months there is one without a line. */
        MONTH_MISSING,
        /** A month's total is ten times what the feed's months usually come to, or a tenth. */
        UNUSUAL_TOTAL,
        /** Most amounts have the sign that few of the feed's have. */
        SIGN_FLIP,
        /** More than one row in twenty could not be read. */
        MANY_ROWS_REFUSED;

        @JsonValue
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
