package anchorage.insight.metric;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.insight.metric.Benchmarks.Means;
import anchorage.insight.metric.Benchmarks.Parts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BenchmarksTest {

    /**
     * G1: CLES for the Association of Greater Manchester Authorities publishes an "average" of 53.8 %, which is the
     * unweighted mean of the ten districts; of the pounds of all, 61.73 % is local.
     */
    @Test
    void givesBothMeansOfGreaterManchester() {
        // Given
        var pounds = new String[][] {
            {"68330289.71", "31179554.05"},
            {"38026372.58", "10810750.81"},
            {"235031744.89", "186687585.67"},
            {"133590437.30", "91644381.53"},
            {"70793775.84", "30995001.50"},
            {"143909248.95", "90276813.00"},
            {"126771768.29", "82563092.39"},
            {"45117493.41", "22863548.01"},
            {"41171484.94", "15062797.86"},
            {"101115819.30", "57568701.76"}
        };
        var districts = Stream.of(pounds)
                .map(district -> new Parts(
                        new BigDecimal(district[1]),
                        new BigDecimal(district[0]).subtract(new BigDecimal(district[1])),
                        BigDecimal.ZERO))
                .toList();

        // When
        var means = Means.of(districts, districts);

        // Then
        assertThat(districts.stream().map(Parts::total).reduce(BigDecimal::add))
                .contains(new BigDecimal("1003858435.21"));
        assertThat(districts.stream().map(Parts::local).reduce(BigDecimal::add))
                .contains(new BigDecimal("619652226.58"));
        assertThat(means.weighted().atLeast()).isEqualTo("0.6173");
        assertThat(new BigDecimal(means.unweighted().atLeast())
                        .movePointRight(2)
                        .setScale(1, RoundingMode.HALF_UP))
                .isEqualTo(new BigDecimal("53.8"));
    }
}
