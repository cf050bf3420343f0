package anchorage.insight.ledger;

import anchorage.contracts.DeliveryClosed;
import java.math.BigDecimal;

/**
 * What a written Parquet file holds, counted from the file itself.
 *
 * @param rows how many different rows its lines are; less than lines where one came twice
 */
record Counted(long lines, long rows, BigDecimal total, long creditLines, BigDecimal credits) {

    static final Counted NOTHING = new Counted(0, 0, BigDecimal.ZERO, 0, BigDecimal.ZERO);

    /** Whether it is exactly what was sent. */
    boolean agreesWith(DeliveryClosed closed) {
        return lines == closed.lines()
                && rows == lines
                && total.compareTo(closed.total()) == 0
                && creditLines == closed.creditLines()
                && credits.compareTo(closed.credits()) == 0;
    }
}
