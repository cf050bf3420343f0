package anchorage.ingest.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

/** A worksheet's number as text. */
final class SheetValue {

    /** A spreadsheet shows and means fifteen digits; what a binary fraction adds behind them is noise. */
    private static final MathContext MEANT = new MathContext(15);

    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    private SheetValue() {}

    static String number(BigDecimal value) {
        var meant = value.round(MEANT).stripTrailingZeros();
        return meant.scale() < 0 ? meant.setScale(0).toPlainString() : meant.toPlainString();
    }

    /** A number that is shown as a date, as the day it is. */
    static String date(BigDecimal value, boolean since1904) {
        if (value.compareTo(BigDecimal.ONE) < 0 || value.compareTo(LAST_DAY) > 0) {
            return number(value);
        }
        return (since1904 ? EPOCH_1904 : EPOCH).plusDays(value.longValue()).toString();
    }
}
