package anchorage.ingest.delivery;

import static anchorage.ingest.delivery.Warning.Code.MANY_ROWS_REFUSED;
import static anchorage.ingest.delivery.Warning.Code.MONTH_MISSING;
import static anchorage.ingest.delivery.Warning.Code.PERIOD_PUSHED_TWICE;
import static anchorage.ingest.delivery.Warning.Code.SIGN_FLIP;
import static anchorage.ingest.delivery.Warning.Code.UNUSUAL_TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.ingest.delivery.WarningSigns.Past;
import anchorage.ingest.feed.Feed.Cadence;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WarningSignsTest {

    private static final List<Past> YEAR = List.of(
            past("2026-01", 100, "1000.00", 5), past("2026-02", 110, "1200.00", 4), past("2026-03", 90, "900.00", 6));

    @Test
    void saysNothingOfAnOrdinaryMonth() {
        assertThat(warnings(YEAR, tally(100, 0, 5), months("2026-04", 100, "1100.00")))
                .isEmpty();
        assertThat(warnings(List.of(), tally(100, 0, 5), months("2026-04", 100, "1100.00")))
                .isEmpty();
    }

    @Test
    void namesTheDeliveryThatHasThePeriodAlready() {
        // When
        var warnings = warnings(YEAR, tally(95, 0, 5), months("2026-03", 95, "950.00"));

        // Then
        assertThat(warnings).extracting(Warning::code).containsExactly(PERIOD_PUSHED_TWICE);
        assertThat(warnings.get(0).detail())
                .contains(YEAR.get(2).delivery().toString())
                .contains("2026-03");
    }

    @Test
    void takesAFewLatePaymentsForNoSecondPush() {
        assertThat(warnings(YEAR, tally(105, 0, 5), months("2026-03", 5, "50.00", "2026-04", 100, "1000.00")))
                .isEmpty();
    }

    @Test
    void namesTheMonthThatIsMissingOnceAndOnlyOfAFeedThatOwesIt() {
        // Given
        var june = months("2026-06", 100, "1000.00");

        // Then
        assertThat(warnings(YEAR, tally(100, 0, 5), june)).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(MONTH_MISSING);
            assertThat(warning.detail()).contains("2026-04, 2026-05.");
        });
        assertThat(new WarningSigns(Cadence.QUARTERLY, YEAR).in(tally(100, 0, 5), june))
                .isEmpty();
        var withJune = List.of(YEAR.get(0), YEAR.get(1), YEAR.get(2), past("2026-06", 100, "1000.00", 5));
        assertThat(warnings(withJune, tally(100, 0, 5), months("2026-07", 100, "1000.00")))
                .isEmpty();
    }

    @Test
    void noticesATotalThatIsAnOrderOfMagnitudeAway() {
        assertThat(codes(warnings(YEAR, tally(100, 0, 5), months("2026-04", 100, "110000.00"))))
                .containsExactly(UNUSUAL_TOTAL);
        assertThat(codes(warnings(YEAR, tally(100, 0, 5), months("2026-04", 100, "11.00"))))
                .containsExactly(UNUSUAL_TOTAL);
    }

    @Test
    void noticesSignsThatAreTheOtherWayRound() {
        assertThat(codes(warnings(YEAR, tally(100, 0, 95), months("2026-04", 100, "-1000.00"))))
                .containsExactly(SIGN_FLIP);
        assertThat(codes(warnings(List.of(), tally(100, 0, 95), months("2026-04", 100, "-1000.00"))))
                .containsExactly(SIGN_FLIP);
        assertThat(codes(warnings(
                        List.of(past("2026-03", 100, "-1000.00", 95)),
                        tally(100, 0, 3),
                        months("2026-04", 100, "1000.00"))))
                .containsExactly(SIGN_FLIP);
    }

    @Test
    void saysSoWhenOneRowInTwentyIsLost() {
        assertThat(codes(warnings(List.of(), tally(95, 5, 0), months("2026-04", 95, "1.00"))))
                .isEmpty();
        assertThat(codes(warnings(List.of(), tally(94, 6, 0), months("2026-04", 94, "1.00"))))
                .containsExactly(MANY_ROWS_REFUSED);
    }

    private static List<Warning> warnings(List<Past> past, Tally tally, Months months) {
        return new WarningSigns(Cadence.MONTHLY, past).in(tally, months);
    }

    private static List<Warning.Code> codes(List<Warning> warnings) {
        return warnings.stream().map(Warning::code).toList();
    }

    private static Past past(String month, long lines, String net, long credits) {
        return new Past(UUID.randomUUID(), tally(lines, 0, credits), months(month, lines, net));
    }

    private static Tally tally(long accepted, long refused, long credits) {
        return new Tally(accepted, refused, 0, 0, BigDecimal.ONE, BigDecimal.ZERO, credits);
    }

    /** Month, lines and net in turn. */
    private static Months months(Object... said) {
        var months = new TreeMap<YearMonth, Months.Month>();
        for (int at = 0; at < said.length; at += 3) {
            months.put(
                    YearMonth.parse((String) said[at]),
                    new Months.Month(((Number) said[at + 1]).longValue(), new BigDecimal((String) said[at + 2]), 0));
        }
        return new Months(months);
    }
}
