package anchorage.registry.place;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.registry.place.Deprivation.Edition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** G26: decile 1 is ranks 1 to 3,284 of 2019 (32,844 LSOAs of 2011), and 1 to 3,375 of 2025 (33,755 of 2021). */
class DeprivationTest {

    @ParameterizedTest
    @CsvSource({
        "IMD_2019, 1, 1",
        "IMD_2019, 3284, 1",
        "IMD_2019, 3285, 2",
        "IMD_2019, 32844, 10",
        "IMD_2025, 3375, 1",
        "IMD_2025, 3376, 2",
        "IMD_2025, 33755, 10"
    })
    void countsTenthsAsTheirPublishersDo(Edition edition, int rank, int decile) {
        assertThat(Deprivation.of(edition, rank).decile()).isEqualTo(decile);
    }
}
