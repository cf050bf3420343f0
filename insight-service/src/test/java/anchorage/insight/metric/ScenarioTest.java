package anchorage.insight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anchorage.insight.metric.Scenario.Asked;
import anchorage.insight.metric.Scenario.Effect;
import anchorage.insight.metric.Scenario.Part;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioTest {

    /** G4: Preston's question, from 5 to 10 % of 750 million. */
    @Test
    void doublesASmallShare() {
        // When
        var answer = Scenario.of(new Asked(
                List.of(new Part(null, pounds("750000000"), null, null, pounds("0.05"), null, null, pounds("0.10"))),
                List.of()));

        // Then
        assertThat(answer.total().moved()).isEqualTo("37500000.00");
        assertThat(answer.total().after().localShare()).isEqualTo("0.1000");
    }

    /** G6: Leeds City Region. */
    @Test
    void givesTheFiguresOfLeedsCityRegion() {
        // When
        var answer = Scenario.of(new Asked(
                List.of(new Part(
                        null, pounds("1400000000"), null, pounds("665000000"), null, pounds("10"), null, null)),
                List.of(pounds("1.2"), pounds("1.4"))));

        // Then
        assertThat(answer.total().before().local()).isEqualTo("735000000.00");
        assertThat(answer.total().before().localShare()).isEqualTo("0.5250");
        assertThat(answer.total().effects())
                .isEqualTo(List.of(new Effect("1.2", "168000000.00"), new Effect("1.4", "196000000.00")));
    }

    /** G5: Manchester City Council's spend and local share, year by year. */
    @ParameterizedTest
    @CsvSource({"445.6, 0.717, 319.5", "431, 0.713, 307.3", "461, 0.699, 322.2", "511, 0.692, 353.6"})
    void givesTheLocalSpendOfManchester(BigDecimal millions, BigDecimal share, BigDecimal local) {
        // When
        var answer = Scenario.of(new Asked(
                List.of(new Part(null, millions.movePointRight(6), null, null, share, BigDecimal.ZERO, null, null)),
                List.of()));

        // Then
        assertThat(new BigDecimal(answer.total().before().local())
                        .movePointLeft(6)
                        .setScale(1, java.math.RoundingMode.HALF_UP))
                .isEqualTo(local);
    }

    @Test
    void sumsTheParts() {
        // When
        var answer = Scenario.of(new Asked(
                List.of(
                        new Part("food", pounds("100"), pounds("20"), null, null, null, pounds("50"), null),
                        new Part("care", pounds("300"), pounds("240"), null, null, pounds("10"), null, null)),
                List.of()));

        // Then
        assertThat(answer.rows().get(0).moved()).isEqualTo("40.00");
        assertThat(answer.total().moved()).isEqualTo("70.00");
        assertThat(answer.total().after().localShare()).isEqualTo("0.8250");
    }

    @Test
    void movesNoMoreThanLeaves() {
        assertThatThrownBy(() -> Scenario.of(new Asked(
                        List.of(new Part(null, pounds("100"), pounds("95"), null, null, pounds("10"), null, null)),
                        List.of())))
                .isInstanceOf(BadQuestion.class)
                .hasMessageContaining("£5.00 leave");
    }

    @Test
    void wantsOneWayOfSayingWhatIsLocal() {
        assertThatThrownBy(() -> Scenario.of(new Asked(
                        List.of(new Part(
                                null, pounds("100"), pounds("9"), pounds("91"), null, pounds("10"), null, null)),
                        List.of())))
                .isInstanceOf(BadQuestion.class)
                .hasMessageContaining("exactly one");
    }

    private static BigDecimal pounds(String pounds) {
        return new BigDecimal(pounds);
    }
}
