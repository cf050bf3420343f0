package anchorage.insight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import anchorage.insight.metric.Multiplier.Asked;
import anchorage.insight.metric.Multiplier.Convention;
import anchorage.insight.metric.Multiplier.Evidence;
import anchorage.insight.metric.Multiplier.Inputs;
import anchorage.insight.metric.Multiplier.Survey;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultiplierTest {

    /** G7: Federation of Small Businesses and CLES; 0.63 and 0.40 are published, and from them 58 % more. */
    @Test
    void comparesSmallWithLargeBusinesses() {
        // When
        var answer = Multiplier.of(asked(Convention.STICKY_MONEY, rounds("4.1", "2.6"), rounds("4.6", "1.86")));

        // Then
        assertThat(new BigDecimal(answer.result().multiplier()))
                .isCloseTo(new BigDecimal("0.63"), within(half("0.01")));
        assertThat(new BigDecimal(answer.comparedWith().multiplier()))
                .isCloseTo(new BigDecimal("0.40"), within(half("0.01")));
        assertThat(new BigDecimal(answer.morePercent())).isCloseTo(new BigDecimal("58"), within(new BigDecimal("2")));
    }

    /** G8: Northumberland's study. */
    @Test
    void givesTheFiguresOfNorthumberland() {
        // When
        var answer =
                Multiplier.of(asked(Convention.NORTHUMBERLAND, respending("0.76", true), respending("0.36", false)));

        // Then
        assertThat(answer.result().multiplier()).isEqualTo("1.7600");
        assertThat(answer.comparedWith().multiplier()).isEqualTo("0.3600");
        assertThat(answer.morePercent()).isEqualTo("388.9");
    }

    /** G9: an additional 0.40 in one convention is 1.40 in the other. */
    @ParameterizedTest
    @CsvSource({"STICKY_MONEY, 0.4000", "LM3, 1.4000"})
    void givesTheSameMoneyInTwoConventions(Convention convention, String multiplier) {
        // When
        var answer = Multiplier.of(asked(
                convention,
                new Inputs(new BigDecimal("100"), new BigDecimal("30"), new BigDecimal("10"), null, null, null, null),
                null));

        // Then
        assertThat(answer.result().multiplier()).isEqualTo(multiplier);
        assertThat(answer.formula()).contains("R2 + R3");
    }

    /** G10: the worked example of a staff survey. */
    @Test
    void takesAStaffSurveysMean() {
        assertThat(staff("200000", "42.1", "50.5", "63.1", "37.8", "33.6").staffMeanPercent())
                .isEqualTo("45.4");
        assertThat(staff("200000", "40").staffSpentLocally()).isEqualTo("80000.00");
    }

    /** G11: ten pounds at 80 % and at 20 %, round by round. */
    @ParameterizedTest
    @CsvSource({"0.8, 10.00 8.00 6.40 5.12", "0.2, 10.00 2.00 0.40 0.08"})
    void listsTheRounds(BigDecimal respend, String pounds) {
        // When
        var answer = Multiplier.of(
                asked(Convention.LM3, new Inputs(BigDecimal.TEN, null, null, respend, null, null, 4), null));

        // Then
        assertThat(answer.result().rounds()).isEqualTo(List.of(pounds.split(" ")));
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> Multiplier.of(asked(Convention.LM3, rounds(null, "1"), null)))
                .isInstanceOf(BadQuestion.class)
                .hasMessageContaining("'r1'");
        assertThatThrownBy(() -> Multiplier.of(asked(Convention.NORTHUMBERLAND, rounds("1", "1"), null)))
                .isInstanceOf(BadQuestion.class)
                .hasMessageContaining("'local'");
    }

    private static Multiplier.Case staff(String pay, String... percentages) {
        var survey = new Survey(
                new BigDecimal(pay), Stream.of(percentages).map(BigDecimal::new).toList());
        return Multiplier.of(asked(
                        Convention.LM3,
                        new Inputs(new BigDecimal("500000"), new BigDecimal(pay), null, null, null, survey, null),
                        null))
                .result();
    }

    private static BigDecimal half(String unit) {
        return new BigDecimal(unit).divide(BigDecimal.valueOf(2));
    }

    private static Inputs rounds(String first, String second) {
        return new Inputs(
                first == null ? null : new BigDecimal(first), new BigDecimal(second), null, null, null, null, null);
    }

    private static Inputs respending(String share, boolean local) {
        return new Inputs(null, null, null, new BigDecimal(share), local, null, null);
    }

    private static Asked asked(Convention convention, Inputs inputs, Inputs other) {
        return new Asked(convention, inputs, other, List.of(), Evidence.PUBLISHED);
    }
}
