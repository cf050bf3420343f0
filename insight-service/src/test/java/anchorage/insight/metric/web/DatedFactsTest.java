package anchorage.insight.metric.web;

import static anchorage.insight.metric.web.Asked.ask;
import static anchorage.insight.metric.web.Asked.text;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.testsupport.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures over facts that change on a day, and over facts that become known long after the day they tell of. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DatedFactsTest {

    private static final LocalDate DAY = LocalDate.parse("2025-11-01");
    private static final String TRAFFORD = "E08000009";
    private static final String MANCHESTER = "E08000003";
    private static final String BY_MONTH = "/v1/insights/local-share?local=district&by=month";
    private static final String BY_OWNER = "/v1/insights/leakage?local=district&by=month,ownership";

    @Inject
    Facts facts;

    @BeforeEach
    void placesAndSuppliers() {
        facts.region();
    }

    /** A postcode changes district: what was paid before stays where it was, and what is paid since has moved. */
    @Test
    void judgesAPaymentByTheBoundaryOfItsOwnDay() {
        // Given
        facts.anchor("bounded", TRAFFORD);
        facts.supplierMoved(61, DAY, TRAFFORD, MANCHESTER, "PRIVATE_COMPANY", "PRIVATE_COMPANY");
        facts.identified(61);

        // When
        facts.deliver(
                "bounded",
                paid("70.10", 61, "2025-10-10"),
                paid("20.20", 61, "2025-10-31"),
                paid("5.30", 61, "2025-11-01"),
                paid("4.40", 61, "2025-12-24"));

        // Then
        var share = ask("bounded", BY_MONTH);
        assertThat(share.getList("rows.key.month")).containsExactly("2025-10", "2025-11", "2025-12");
        assertThat(share.getList("rows.local")).containsExactly("90.30", "0.00", "0.00");
        assertThat(share.getList("rows.elsewhere")).containsExactly("0.00", "5.30", "4.40");
        assertThat(ask("bounded", "/v1/insights/local-share?local=combined-authority")
                        .getString("total.local"))
                .isEqualTo("100.00");
    }

    /** The boundary moved in November and nobody told us until later: only who asks as of later sees it. */
    @Test
    void changesNoAnswerFromBeforeABoundaryBecameKnown() {
        // Given
        facts.anchor("late-boundary", TRAFFORD);
        facts.supplier(62, "M11AA", TRAFFORD);
        facts.identified(62);
        facts.deliver("late-boundary", paid("60.00", 62, "2025-10-10"), paid("40.00", 62, "2025-11-10"));
        var moment = ask("late-boundary", BY_MONTH).getString("basis.asOf");
        var then = text("late-boundary", BY_MONTH + "&asOf=" + moment);

        // When
        facts.supplierMoved(62, DAY, TRAFFORD, MANCHESTER, "PRIVATE_COMPANY", "PRIVATE_COMPANY");

        // Then
        var now = ask("late-boundary", BY_MONTH);
        assertThat(ask("late-boundary", BY_MONTH + "&asOf=" + moment).getList("rows.local"))
                .containsExactly("60.00", "40.00");
        assertThat(text("late-boundary", BY_MONTH + "&asOf=" + moment)).isEqualTo(then);
        assertThat(now.getList("rows.local")).containsExactly("60.00", "0.00");
        assertThat(now.getList("rows.elsewhere")).containsExactly("0.00", "40.00");
        assertThat(ask("late-boundary", BY_MONTH + "&asOf=" + now.getString("basis.asOf"))
                        .getList("rows.local"))
                .isEqualTo(now.getList("rows.local"));
    }

    /** A mutual is bought by a public company: what left to a co-operative before leaves to shareholders since. */
    @Test
    void tellsAMutualFromTheCompanyThatBoughtIt() {
        // Given
        facts.anchor("bought", TRAFFORD);
        facts.supplier(63, "M21AA", MANCHESTER);
        facts.identified(63);
        facts.deliver("bought", paid("60.00", 63, "2025-10-31"), paid("40.00", 63, "2025-11-01"));
        var moment = ask("bought", BY_OWNER).getString("basis.asOf");
        var then = text("bought", BY_OWNER + "&asOf=" + moment);

        // When
        facts.supplierMoved(63, DAY, MANCHESTER, MANCHESTER, "CO_OPERATIVE", "PLC");

        // Then
        var leaves = ask("bought", BY_OWNER);
        assertThat(leaves.getList("rows.key.month")).containsExactly("2025-10", "2025-11");
        assertThat(leaves.getList("rows.key.ownership")).containsExactly("CO_OPERATIVE", "PLC");
        assertThat(leaves.getList("rows.leakage")).containsExactly("60.00", "40.00");
        assertThat(leaves.getString("total.leakage")).isEqualTo("100.00");
        assertThat(text("bought", BY_OWNER + "&asOf=" + moment)).isEqualTo(then);
        assertThat(then).doesNotContain("CO_OPERATIVE", "PLC");
    }

    private static Line paid(String pounds, int supplier, String day) {
        return new Line(new BigDecimal(pounds), supplier, "Supplier", day);
    }
}
