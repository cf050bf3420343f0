package anchorage.insight.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Pounds and shares on their way out. Until here they are exact; here, and only here, they are rounded. */
public final class Money {

    private static final int SHARE_PLACES = 4;

    private Money() {}

    /** Pounds with two decimal places, half up. */
    public static String pounds(BigDecimal exact) {
        return exact.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** A share from 0 to 1 with four decimal places, half up; null where the whole is nothing or less. */
    public static String share(BigDecimal part, BigDecimal whole) {
        if (whole.signum() <= 0) {
            return null;
        }
        return part.divide(whole, SHARE_PLACES, RoundingMode.HALF_UP).toPlainString();
    }
}
