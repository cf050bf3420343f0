package anchorage.insight.metric.web;

import static anchorage.insight.metric.web.Asked.amounts;
import static anchorage.insight.metric.web.Asked.ask;
import static anchorage.insight.metric.web.Asked.sum;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.contracts.SupplierDescribed.Parent;
import anchorage.testsupport.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the money goes when the owner's place decides, and which ward it goes to. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class OwnersTest {

    private static final String HERE = "E08000009";
    private static final String LEEDS = "E08000035";
    private static final String COMPANY = "PRIVATE_COMPANY";
    private static final LocalDate SALE = LocalDate.parse("2025-11-01");

    @Inject
    Facts facts;

    @BeforeEach
    void places() {
        facts.region();
    }

    @Test
    void followsParentsToTheLastThatIsStated() {
        // Given
        facts.supplierOwned(301, LEEDS, null, COMPANY);
        facts.supplierOwned(302, HERE, null, COMPANY, direct(301));
        facts.supplierOwned(303, HERE, null, COMPANY, direct(302));
        facts.supplierOwned(304, LEEDS, null, COMPANY, direct(303), ultimate(305));
        facts.supplierOwned(305, HERE, null, "PLC");
        facts.anchor("owned", HERE);
        facts.deliver("owned", Line.paid(1, 302), Line.paid(20, 303), Line.paid(300, 304));

        // Then
        assertVerdicts("owned", "premises", "21.00", "300.00", "0.00");
        assertVerdicts("owned", "owner", "300.00", "21.00", "0.00");
        var leakage = ask("owned", "/v1/insights/leakage?basis=owner");
        assertThat(leakage.<String>getList("rows.key.place")).containsExactly(LEEDS);
        assertThat(sum(amounts(leakage.getString("rows[0].links.lines")))).isEqualByComparingTo("21");
        assertThat(leakage.<String>getList("basis.warnings"))
                .anyMatch(warning -> warning.contains("owns its supplier"));
    }

    @Test
    void knowsNoOwnerWhereNoneOrSeveralAreStatedOrTheyGoRoundInACircle() {
        // Given
        facts.supplierOwned(311, HERE, null, COMPANY);
        facts.supplierOwned(312, HERE, null, COMPANY, new Parent(null, "DIRECT", null, null));
        facts.supplierOwned(313, HERE, null, COMPANY, direct(314));
        facts.supplierOwned(314, HERE, null, COMPANY, direct(313));
        facts.supplierOwned(315, HERE, null, COMPANY, direct(311), direct(316));
        facts.supplierOwned(316, HERE, null, COMPANY);
        facts.supplierOwned(317, HERE, null, COMPANY, direct(311), new Parent(null, "DIRECT", null, null));
        facts.anchor("ownerless", HERE);
        facts.deliver(
                "ownerless",
                Line.paid(1, 311),
                Line.paid(2, 312),
                Line.paid(4, 313),
                Line.paid(8, 315),
                Line.paid(16, 317));

        // Then
        assertVerdicts("ownerless", "premises", "31.00", "0.00", "0.00");
        assertVerdicts("ownerless", "owner", "0.00", "0.00", "31.00");
        assertThat(ask("ownerless", "/v1/insights/lines?basis=owner").<String>getList("items.reason"))
                .containsOnly("owner-not-known");
    }

    @Test
    void takesABodyThatNobodyCanOwnForItsOwn() {
        // Given
        facts.supplierOwned(321, HERE, null, "CHARITY");
        facts.supplierOwned(322, LEEDS, null, "CO_OPERATIVE");
        facts.anchor("unownable", HERE);
        facts.deliver("unownable", Line.paid(5, 321), Line.paid(7, 322));

        // Then
        assertVerdicts("unownable", "owner", "5.00", "7.00", "0.00");
    }

    @Test
    void asksWhoOwnedItOnTheDayOfPayment() {
        // Given
        facts.supplierOwned(331, HERE, null, "PLC");
        facts.supplierOwned(332, LEEDS, null, "PLC");
        facts.supplierOwned(
                333,
                HERE,
                null,
                COMPANY,
                new Parent(Facts.identifier(331), "DIRECT", null, SALE),
                new Parent(Facts.identifier(332), "DIRECT", SALE, null));
        facts.anchor("sold", HERE);
        facts.deliver("sold", paid("10", 333, "2025-10-31"), paid("3", 333, "2025-11-01"));

        // Then
        assertVerdicts("sold", "owner", "10.00", "3.00", "0.00");
    }

    @Test
    void tellsWardsApart() {
        // Given
        facts.supplierOwned(341, HERE, "E05000819", COMPANY);
        facts.supplierOwned(342, HERE, "E05000820", COMPANY);
        facts.anchor("warded", HERE);
        facts.deliver("warded", Line.paid(5, 341), Line.paid(7, 342), Line.paid(9, 5));

        // When
        var answer = ask("warded", "/v1/insights/local-share?by=ward");

        // Then
        assertThat(answer.<String>getList("rows.key.ward")).containsExactly("(unknown)", "E05000819", "E05000820");
        assertThat(answer.<String>getList("rows.total")).containsExactly("9.00", "5.00", "7.00");
        assertThat(amounts(answer.getString("rows[2].links.lines"))).isEqualTo(List.of("7.00"));
    }

    private static Parent direct(int number) {
        return new Parent(Facts.identifier(number), "DIRECT", null, null);
    }

    private static Parent ultimate(int number) {
        return new Parent(Facts.identifier(number), "ULTIMATE", null, null);
    }

    private static Line paid(String pounds, int supplier, String paidOn) {
        return new Line(new BigDecimal(pounds), supplier, "Supplier", paidOn);
    }

    private static void assertVerdicts(String anchor, String basis, String local, String elsewhere, String unknown) {
        var answer = ask(anchor, "/v1/insights/local-share?basis=" + basis);
        assertThat(List.of(
                        answer.getString("total.local"),
                        answer.getString("total.elsewhere"),
                        answer.getString("total.unknown")))
                .as(basis)
                .isEqualTo(List.of(local, elsewhere, unknown));
    }
}
