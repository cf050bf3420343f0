package anchorage.ingest.delivery;

import java.math.BigDecimal;

/**
 * What a delivery's rows came to. Accepted, refused, blank and excluded rows are together all rows read.
 *
 * @param net exact sum of the accepted lines, in pounds on the feed's VAT basis
 * @param credits exact sum of those below zero
 */
public record Tally(
        long accepted, long refused, long blank, long excluded, BigDecimal net, BigDecimal credits, long creditLines) {

    public static final Tally NOTHING = new Tally(0, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0);

    /** All rows after the header. */
    public long read() {
        return accepted + refused + blank + excluded;
    }
}
