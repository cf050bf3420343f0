package anchorage.insight.trino;

import java.math.BigDecimal;
import java.math.MathContext;

/** Values of two engines, written alike where they are the same. */
final class Alike {

    /** A binary fraction is the same to so many digits: the engines may add its terms in another order. */
    private static final MathContext DIGITS = new MathContext(12);

    private Alike() {}

    static String text(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return plain(BigDecimal.valueOf(((Number) value).doubleValue()).round(DIGITS));
        }
        if (value instanceof Number number) {
            return plain(new BigDecimal(number.toString()));
        }
        return String.valueOf(value);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
