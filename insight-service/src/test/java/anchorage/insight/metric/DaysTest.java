package anchorage.insight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    @ParameterizedTest
    @CsvSource({
        "2024-02, 2024-02-01, 2024-02-29",
        "2025-Q4, 2025-10-01, 2025-12-31",
        "2025, 2025-01-01, 2025-12-31",
        "2025-26, 2025-04-01, 2026-03-31",
        "1999-00, 1999-04-01, 2000-03-31",
        "2011-12, 2011-12-01, 2011-12-31"
    })
    void readsPeriods(String period, String from, String to) {
        assertThat(Days.of(period)).isEqualTo(Days.asked(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-20", "2025-Q5", "25", "2025-4", "spring"})
    void saysWhichPeriodsThereAre(String period) {
        assertThatThrownBy(() -> Days.of(period))
                .isInstanceOf(BadQuestion.class)
                .hasMessageContaining("2025-26");
    }

    @Test
    void narrowsToTheDaysOfBoth() {
        assertThat(Days.asked("2025-10-03", null).and(Days.of("2025-10")))
                .isEqualTo(Days.asked("2025-10-03", "2025-10-31"));
    }
}
