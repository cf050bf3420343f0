package anchorage.insight.disclosure;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;

/**
 * A cell of a table that is to be told, with what decides whether it may be.
 *
 * @param contributors how many contribute
 * @param largest the largest contribution
 * @param second the second largest, nothing where there is one contributor
 * @param isAnyNegative whether any contribution is below nothing
 */
public record Cell(long contributors, BigDecimal total, BigDecimal largest, BigDecimal second, boolean isAnyNegative) {

    /** The cell that these contributions make. */
    public static Cell of(Collection<BigDecimal> contributions) {
        var sorted = contributions.stream().sorted(Comparator.reverseOrder()).toList();
        return new Cell(
                sorted.size(),
                sorted.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                sorted.isEmpty() ? BigDecimal.ZERO : sorted.get(0),
                sorted.size() < 2 ? BigDecimal.ZERO : sorted.get(1),
                sorted.stream().anyMatch(contribution -> contribution.signum() < 0));
    }

    /**
     * The cell of all that contribute to either, none contributing to both. With a contributor in both, the union has
     * fewer contributors than this says.
     */
    Cell and(Cell other) {
        var largestOfBoth = largest.max(other.largest);
        return new Cell(
                contributors + other.contributors,
                total.add(other.total),
                largestOfBoth,
                largest.min(other.largest).max(second).max(other.second),
                isAnyNegative || other.isAnyNegative);
    }
}
