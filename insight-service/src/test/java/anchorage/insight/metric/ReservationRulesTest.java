package anchorage.insight.metric;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.insight.metric.ReservationRules.Buyer;
import anchorage.insight.metric.ReservationRules.Contract;
import anchorage.insight.metric.ReservationRules.Finding;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReservationRulesTest {

    private final ReservationRules rules =
            ReservationRules.shipped(JsonMapper.builder().findAndAddModules().build());

    /** G25: SI 2026/94, in force from 4 February 2026, and the threshold of 207,720 pounds with VAT. */
    @ParameterizedTest
    @CsvSource({
        "LOCAL_AUTHORITY, true, 173000, 2026-02-05, RESERVABLE",
        "LOCAL_AUTHORITY, true, 173200, 2026-02-05, NOT_BELOW_THRESHOLD",
        "LOCAL_AUTHORITY, true, 173100, 2026-02-05, NOT_BELOW_THRESHOLD",
        "LOCAL_AUTHORITY, true, 173200, 2025-12-31, ORDER_NOT_IN_FORCE",
        "LOCAL_AUTHORITY, true, 1, 2026-02-03, ORDER_NOT_IN_FORCE",
        "NHS_TRUST, true, 173000, 2026-02-05, BUYER_NOT_COVERED",
        "HOUSING_ASSOCIATION, true, 1, 2026-02-05, BUYER_NOT_COVERED",
        "LOCAL_AUTHORITY, false, 1, 2026-02-05, BUYER_NOT_COVERED",
        "COMBINED_AUTHORITY, true, 173000, 2026-02-04, RESERVABLE"
    })
    void findWhatMayBeReserved(String kind, boolean isEnglish, BigDecimal net, LocalDate on, Finding finding) {
        assertThat(rules.finding(new Buyer(kind, isEnglish), Contract.GOODS_OR_SERVICES, rules.withVat(net), on))
                .isEqualTo(finding);
    }

    @ParameterizedTest
    @CsvSource({
        "GOODS_OR_SERVICES, 2025-12-31, 214904",
        "GOODS_OR_SERVICES, 2026-01-01, 207720",
        "WORKS, 2025-12-31, 5372609",
        "WORKS, 2026-01-01, 5193000",
        "LIGHT_TOUCH, 2026-01-01, 663540"
    })
    void takeTheThresholdInForceOnTheDay(Contract contract, LocalDate on, BigDecimal pounds) {
        assertThat(rules.threshold(contract, on)).isEqualByComparingTo(pounds);
    }
}
