package anchorage.insight.disclosure;

import java.math.BigDecimal;

/**
 * Whether a cell may be told (Handbook on Statistical Disclosure Control).
 *
 * <p>The frequency rule: at least three contribute. The p% rule: the second largest contributor, who knows its own part,
 * must not be able to estimate the largest to within p percent; with X the total and x1, x2 the two largest, the cell is
 * unsafe if X - x1 - x2 < p/100 x1. With contributions below nothing the p% rule says nothing, and frequency decides.
 */
public final class SafeCells {

    static final int FEWEST_CONTRIBUTORS = 3;
    private static final BigDecimal P = new BigDecimal("0.10");

    private SafeCells() {}

    /** Whether the cell may be told. One to which nobody contributes tells nothing of anybody, and may. */
    public static boolean isSafe(Cell cell) {
        if (cell.contributors() == 0) {
            return true;
        }
        return cell.contributors() >= FEWEST_CONTRIBUTORS && (cell.isAnyNegative() || !isEstimable(cell));
    }

    private static boolean isEstimable(Cell cell) {
        return cell.total().subtract(cell.largest()).subtract(cell.second()).compareTo(P.multiply(cell.largest())) < 0;
    }
}
