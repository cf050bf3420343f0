package anchorage.insight.metric;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.insight.metric.LocalShare.Share;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    /** G1: the top 30 suppliers of the ten districts, CLES for the Association of Greater Manchester Authorities. */
    @ParameterizedTest
    @CsvSource({
        "68330289.71, 31179554.05, 45.6",
        "38026372.58, 10810750.81, 28.4",
        "235031744.89, 186687585.67, 79.4",
        "133590437.30, 91644381.53, 68.6",
        "70793775.84, 30995001.50, 43.8",
        "143909248.95, 90276813.00, 62.7",
        "126771768.29, 82563092.39, 65.1",
        "45117493.41, 22863548.01, 50.7",
        "41171484.94, 15062797.86, 36.6",
        "101115819.30, 57568701.76, 56.9"
    })
    void givesThePublishedSharesOfGreaterManchester(BigDecimal total, BigDecimal local, BigDecimal percent) {
        // When
        var share = Share.of(local, total.subtract(local), BigDecimal.ZERO);

        // Then
        assertThat(new BigDecimal(share.atLeast()).movePointRight(2).setScale(1, java.math.RoundingMode.HALF_UP))
                .isEqualTo(percent);
        assertThat(share.atMost()).isEqualTo(share.atLeast()).isEqualTo(share.ofKnown());
    }

    /** G2: Preston, where 458 of 750 million leave Lancashire. */
    @Test
    void givesThePublishedShareOfPreston() {
        assertThat(Share.of(new BigDecimal("292"), new BigDecimal("458"), BigDecimal.ZERO)
                        .atLeast())
                .isEqualTo("0.3893");
    }

    @Test
    void isAnIntervalWhereSomethingIsUnknown() {
        // When
        var share = Share.of(new BigDecimal("70"), new BigDecimal("20"), new BigDecimal("10"));

        // Then
        assertThat(share).isEqualTo(new Share("0.7000", "0.8000", "0.7778"));
    }

    @Test
    void isAbsentWhereThereIsNothingToDivideBy() {
        assertThat(Share.of(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)).isEqualTo(new Share(null, null, null));
        assertThat(Share.of(BigDecimal.ONE, BigDecimal.TEN.negate(), BigDecimal.ZERO)
                        .atLeast())
                .isNull();
    }

    @RepeatedTest(200)
    void boundsTheShareOfTheKnownFromBothSides(RepetitionInfo repetition) {
        // Given
        var random = new Random(repetition.getCurrentRepetition());
        var local = BigDecimal.valueOf(random.nextInt(1_000_000), 2);
        var elsewhere = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 2);
        var unknown = BigDecimal.valueOf(random.nextInt(1_000_000), 2);

        // When
        var share = Share.of(local, elsewhere, unknown);

        // Then
        assertThat(new BigDecimal(share.atLeast())).isLessThanOrEqualTo(new BigDecimal(share.ofKnown()));
        assertThat(new BigDecimal(share.ofKnown())).isLessThanOrEqualTo(new BigDecimal(share.atMost()));
    }
}
