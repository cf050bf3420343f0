package anchorage.ingest.quality;

import static anchorage.ingest.quality.Measure.ON_TIME;
import static anchorage.ingest.quality.Measure.READABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    @Test
    void weighsWhatCanBeCountedAndNothingElse() {
        // 20 x 1/2 + 20 x 9/10, of 40
        assertThat(card(Map.of(ON_TIME, new Count(1, 2), READABLE, new Count(90, 100)))
                        .score())
                .contains(new BigDecimal("70.0"));
        assertThat(card(Map.of(ON_TIME, new Count(1, 2))).score()).contains(new BigDecimal("50.0"));
        assertThat(card(Map.of()).score()).isEmpty();
    }

    @Test
    void addsUpWhatIsCountedOfSeveralFeeds() {
        var both = card(Map.of(READABLE, new Count(1, 1))).plus(card(Map.of(READABLE, new Count(0, 3))));
        assertThat(both.counts()).isEqualTo(Map.of(READABLE, new Count(1, 4)));
    }

    @Test
    void weighsAHundredInAll() {
        assertThat(Arrays.stream(Measure.values()).mapToInt(Measure::weight).sum())
                .isEqualTo(100);
    }

    private static Scorecard card(Map<Measure, Count> counts) {
        return new Scorecard("spend", counts, Optional.empty());
    }
}
