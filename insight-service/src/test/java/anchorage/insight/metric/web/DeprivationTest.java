package anchorage.insight.metric.web;

import static anchorage.insight.metric.web.Asked.amounts;
import static anchorage.insight.metric.web.Asked.ask;
import static anchorage.insight.metric.web.Asked.sum;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.testsupport.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class DeprivationTest {

    @Inject
    Facts facts;

    @BeforeEach
    void places() {
        facts.region();
    }

    /** G26: decile 1 is ranks 1 to 3,284 in 2019 (LSOA 2011), and 1 to 3,375 in 2025 (LSOA 2021). */
    @Test
    void putsEachRankInTheDecileOfItsRelease() {
        // Given
        facts.anchor("ranked", "E08000009");
        facts.supplierRanked(201, "2019", 3284);
        facts.supplierRanked(202, "2019", 3285);
        facts.supplierRanked(203, "2025", 3375);
        facts.supplierRanked(204, "2025", 3376);
        facts.supplierRanked(205, "2019", 32844);
        facts.supplierRanked(206, "2019", 32845);
        facts.deliver(
                "ranked",
                Line.paid(1, 201),
                Line.paid(20, 202),
                Line.paid(300, 203),
                Line.paid(4000, 204),
                Line.paid(50000, 205),
                Line.paid(600000, 206),
                Line.paid(7000000, 3));

        // When
        var answer = ask("ranked", "/v1/insights/deprivation");

        // Then
        assertThat(answer.getList("rows.key.decile")).isEqualTo(List.of("1", "2", "10", "(unmatched)"));
        assertThat(answer.getList("rows.total")).isEqualTo(List.of("301.00", "4020.00", "50000.00", "7600000.00"));
        assertThat(answer.getString("total.matched")).isEqualTo("54321.00");
        assertThat(answer.getString("rows[1].shareOfMatched")).isEqualTo("0.0740");
        for (int row = 0; row < 4; row++) {
            assertThat(sum(amounts(answer.getString("rows[" + row + "].links.lines"))))
                    .isEqualByComparingTo(answer.getString("rows[" + row + "].total"));
        }
    }
}
