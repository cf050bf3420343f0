package anchorage.ingest.delivery;

import anchorage.ingest.feed.Feed.VatBasis;
import anchorage.ingest.reading.RowReader;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
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
        MANY_ROWS_REFUSED,
        /** Amounts have more decimal places than a ledger keeps. */
        AMOUNTS_ROUNDED,
        /** Some dates have the day first and some the month. */
        DATES_IN_BOTH_ORDERS,
        /** A column of amounts says net where the feed says gross, or the other way round. */
        NET_AND_GROSS_MIXED;

        @JsonValue
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What reading a file showed that nobody may overlook, though it could be read. */
    static List<Warning> ofReading(RowReader rows, VatBasis basis) {
        var warnings = new ArrayList<Warning>();
        if (rows.roundedAmounts() > 0) {
            warnings.add(new Warning(
                    Code.AMOUNTS_ROUNDED,
                    rows.roundedAmounts() + " amounts have more than four decimal places, as a rate of exchange leaves "
                            + "them, and were kept to four."));
        }
        if (rows.hasDatesInBothOrders()) {
            warnings.add(new Warning(
                    Code.DATES_IN_BOTH_ORDERS,
                    "Some dates have the day first and some the month. Each way of writing them was read in its own "
                            + "order; look at a few lines of each, and write dates as 2026-03-31 to be sure."));
        }
        var otherwise = rows.amountColumns().stream()
                .filter(column -> VatBasis.saidBy(column) != VatBasis.UNKNOWN && VatBasis.saidBy(column) != basis)
                .toList();
        if (basis != VatBasis.UNKNOWN && !otherwise.isEmpty()) {
            warnings.add(new Warning(
                    Code.NET_AND_GROSS_MIXED,
                    "The feed's amounts are " + basis + ", but by its name "
                            + String.join(", ", otherwise)
                            + " holds the other. Correct the feed's vatBasis, or its mapping, and push again with "
                            + "supersedes."));
        }
        return warnings;
    }
}
