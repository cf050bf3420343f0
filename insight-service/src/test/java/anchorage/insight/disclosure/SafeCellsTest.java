package anchorage.insight.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeCellsTest {

    /**
     * G21 and G22: the Handbook on Statistical Disclosure Control sets the p% rule beside dominance rules (n, k), by which
     * a cell is unsafe where its n largest are more than k percent of it, and shows that they differ.
     */
    @ParameterizedTest
    @CsvSource({"100000, 50000, 49000, false, 1, 90, true", "110000, 52000, 50000, true, 2, 90.9, false"})
    void findsWhatTheHandbookFinds(
            BigDecimal total,
            BigDecimal largest,
            BigDecimal second,
            boolean isSafe,
            int count,
            BigDecimal percent,
            boolean isSafeByDominance) {
        // Given
        var rest = total.subtract(largest).subtract(second);
        var cell = Cell.of(
                List.of(largest, second, rest.divide(BigDecimal.valueOf(2)), rest.divide(BigDecimal.valueOf(2))));

        // Then
        assertThat(SafeCells.isSafe(cell)).isEqualTo(isSafe);
        var dominating = Stream.of(largest, second).limit(count).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(dominating.movePointRight(2).compareTo(percent.multiply(total)) <= 0)
                .isEqualTo(isSafeByDominance);
    }

    /** G23: fewer than three contributors are unsafe. */
    @ParameterizedTest
    @CsvSource({"0, true", "1, false", "2, false", "3, true", "9, true"})
    void wantsThreeContributors(int contributors, boolean isSafe) {
        assertThat(SafeCells.isSafe(Cell.of(Stream.generate(() -> BigDecimal.TEN)
                        .limit(contributors)
                        .toList())))
                .isEqualTo(isSafe);
    }

    /** G23: with a negative contribution the p% rule is undefined, and the frequency rule decides. */
    @Test
    void goesByFrequencyWhereACreditContributes() {
        // Given
        var dominated = List.of(new BigDecimal("1000"), BigDecimal.ONE, BigDecimal.ONE);
        var withCredit = List.of(new BigDecimal("1000"), BigDecimal.ONE, BigDecimal.ONE.negate());

        // Then
        assertThat(SafeCells.isSafe(Cell.of(dominated))).isFalse();
        assertThat(SafeCells.isSafe(Cell.of(withCredit))).isTrue();
        assertThat(SafeCells.isSafe(Cell.of(withCredit.subList(1, 3)))).isFalse();
    }
}
