package anchorage.insight.metric.web;

import static anchorage.insight.metric.web.Asked.AUDIENCE;
import static anchorage.insight.metric.web.Asked.amounts;
import static anchorage.insight.metric.web.Asked.analyst;
import static anchorage.insight.metric.web.Asked.ask;
import static anchorage.insight.metric.web.Asked.sum;
import static anchorage.insight.metric.web.Asked.with;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is concluded from figures: changes, opportunities, what could be reserved. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class InferencesTest {

    private static final String PERIODS = "from1=2025-01-01&to1=2025-12-31&from2=2026-01-01&to2=2026-12-31";

    @Inject
    Facts facts;

    @BeforeEach
    void placesAndSuppliers() {
        facts.region();
    }

    /** By hand: 100 spent, 40 local; then 200 spent, 110 local. Volume (200 - 100) 0.4 = 40, share 70 - 40 = 30. */
    @Test
    void splitsAChangeIntoVolumeAndShare() {
        // Given
        facts.anchor("changing", "E08000009");
        facts.deliver("changing", line("40", 1, "2025-05-05"), line("60", 3, "2025-05-05"));
        facts.deliver("changing", line("110", 1, "2026-05-05"), line("90", 3, "2026-05-05"));

        // When
        var answer = ask("changing", "/v1/insights/change?" + PERIODS);

        // Then
        assertThat(effect(answer, "volume")).isEqualTo("40.00");
        assertThat(effect(answer, "share")).isEqualTo("30.00");
        assertThat(answer.getString("total.change")).isEqualTo("70.00");
        assertThat(answer.getString("before.share")).isEqualTo("0.4000");
        assertThat(answer.getString("after.share")).isEqualTo("0.5500");
        assertThat(sum(amounts(answer.getString("after.links.lines")))).isEqualByComparingTo("110");
    }

    @Test
    void tellsWhatBecameKnownFromWhatHappened() {
        // Given
        facts.anchor("learning", "E08000009");
        facts.nobody(9);
        facts.deliver("learning", line("40", 1, "2025-05-05"), line("60", 9, "2025-05-05"));
        var then = ask("learning", "/v1/insights/local-share").getString("basis.asOf");
        facts.supplier(9, "M11AA", "E08000009");
        facts.identified(9);
        facts.deliver("learning", line("7", 1, "2025-06-05"));

        // When
        var answer = ask(
                "learning",
                "/v1/insights/change?from1=2025-01-01&to1=2025-12-31&from2=2025-01-01&to2=2025-12-31&asOf1=" + then);

        // Then
        assertThat(effect(answer, "identification")).isEqualTo("60.00");
        assertThat(effect(answer, "restatement")).isEqualTo("7.00");
        assertThat(effect(answer, "volume")).isEqualTo("0.00");
        assertThat(effect(answer, "share")).isEqualTo("0.00");
        assertThat(answer.getString("total.change")).isEqualTo("67.00");
        facts.nobody(9);
    }

    @Test
    void tellsADefinitionAndInsourcingFromAChange() {
        // Given
        facts.anchor("defining", "E08000009");
        facts.deliver(
                "defining",
                line("40", 1, "2025-05-05"),
                line("20", 2, "2025-05-05"),
                line("30", 1, "2025-05-05").in("Catering"));
        facts.deliver("defining", line("40", 1, "2026-05-05"), line("20", 2, "2026-05-05"));

        // When
        var answer = ask(
                "defining",
                "/v1/insights/change?" + PERIODS + "&local1=district&local=combined-authority&insourced=Catering");

        // Then
        assertThat(effect(answer, "definition")).isEqualTo("20.00");
        assertThat(effect(answer, "insourcing")).isEqualTo("-30.00");
        assertThat(effect(answer, "volume")).isEqualTo("0.00");
        assertThat(answer.getString("total.change")).isEqualTo("-10.00");
        assertThat(sum(answer.getList("rows.change"))).isEqualByComparingTo("-10.00");
    }

    @Test
    void wantsBothPeriodsOfAChange() {
        analyst()
                .get("/v1/insights/change?from1=2025-01-01")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-question"));
    }

    /** 8 anchors, 16 categories, 2 suppliers that all 8 pay: 2,048 ways, more than an answer may have rows, and 128 rows. */
    @Test
    void findsItForAWholeRegionToo() {
        // Given
        for (int anchor = 0; anchor < 8; anchor++) {
            facts.anchor("wide-" + anchor, "E08000009");
            facts.deliver(
                    "wide-" + anchor,
                    IntStream.range(0, 16)
                            .mapToObj(category -> "Category " + category)
                            .flatMap(category -> Stream.of(
                                    line("10", 3, "2026-05-05").in(category),
                                    line("1", 1, "2026-05-05").in(category),
                                    line("2", 2, "2026-05-05").in(category)))
                            .toArray(Line[]::new));
        }

        // When
        var answer = ask("/v1/insights/opportunities?anchor=wide-*&local=combined-authority&limit=5");

        // Then
        assertThat(answer.getList("rows")).hasSize(5);
        assertThat(answer.getInt("total.opportunities")).isEqualTo(128);
        assertThat(answer.getString("total.reach")).isEqualTo("1280.00");
    }

    @Test
    void findsWhoCouldKeepTheMoneyHere() {
        // Given
        facts.anchor("food-a", "E08000009");
        facts.anchor("food-b", "E08000003");
        facts.deliver(
                "food-a",
                line("500", 3, "2026-05-05").in("Food"),
                line("9", 3, "2026-05-05").in("Ice"));
        facts.deliver(
                "food-b",
                line("120", 1, "2026-05-05").in("Food"),
                line("80", 2, "2026-05-05").in("Food"));

        // When
        var answer = ask("/v1/insights/opportunities?anchor=food-a&anchor=food-b&local=combined-authority&growth=2");

        // Then
        assertThat(answer.getList("rows.key.anchor")).isEqualTo(List.of("food-a"));
        assertThat(answer.getString("rows[0].leakage")).isEqualTo("500.00");
        assertThat(answer.getString("rows[0].paidLocally")).isEqualTo("200.00");
        assertThat(answer.getString("rows[0].reach")).isEqualTo("400.00");
        assertThat(answer.getList("rows[0].suppliers.name")).isEqualTo(List.of("Supplier 1", "Supplier 2"));
        assertThat(sum(amounts(answer.getString("rows[0].links.lines")))).isEqualByComparingTo("500");
    }

    @Test
    void findsNothingAmongLinesThatHaveNoCategory() {
        // Given
        facts.anchor("uncategorised", "E08000009");
        facts.deliver(
                "uncategorised",
                Line.paid(70, 1).in(null),
                Line.paid(20, 3).in(null),
                Line.paid(5, 3).in("Food"),
                Line.paid(9, 1).in("Food"));

        // When
        var answer = ask("uncategorised", "/v1/insights/opportunities");

        // Then
        assertThat(answer.<String>getList("rows.key.category")).containsExactly("Food");
        assertThat(answer.getString("total.reach")).isEqualTo("5.00");
    }

    @Test
    void doesNotTellAnAnchorWhatAnotherSharesOnlyInAggregate() {
        // Given
        facts.anchor("demo-shy-a", "E08000009");
        facts.anchor("demo-shy-b", "E08000009", "AGGREGATE");
        facts.deliver("demo-shy-a", line("500", 3, "2026-05-05").in("Paint"));
        facts.deliver("demo-shy-b", line("120", 1, "2026-05-05").in("Paint"));

        // When
        var answer = with(Tokens.of(ANCHOR_ANALYST, "demo-shy-a", AUDIENCE))
                .get("/v1/insights/opportunities?category=Paint")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // Then
        assertThat(answer).doesNotContain("Supplier 1").doesNotContain("120.00");
        assertThat(ask("/v1/insights/opportunities?anchor=demo-shy-a&anchor=demo-shy-b&category=Paint")
                        .getString("rows[0].paidLocally"))
                .isEqualTo("120.00");
    }

    @Test
    void putsAnchorsThatShareOnlyAggregatesTogetherOrNotAtAll() {
        // Given
        facts.anchor("demo-seen", "E08000009");
        facts.deliver("demo-seen", Line.paid(10, 1));
        for (int shy = 1; shy <= 2; shy++) {
            facts.anchor("demo-hidden-" + shy, "E08000009", "AGGREGATE");
            facts.deliver("demo-hidden-" + shy, Line.paid(shy == 1 ? 111 : 7_000_000, 1));
        }
        var own = with(Tokens.of(ANCHOR_ANALYST, "demo-seen", AUDIENCE));

        // When
        var shares = own.get("/v1/insights/benchmarks")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var shared = own.get("/v1/insights/suppliers/shared")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // Then
        assertThat(shares).contains("demo-seen").doesNotContain("demo-hidden").doesNotContain("7000000");
        assertThat(shared).doesNotContain("demo-hidden").doesNotContain("111.00");
        assertThat(ask("/v1/insights/benchmarks?anchor=demo-seen&anchor=demo-hidden-1")
                        .getList("rows.key.anchor"))
                .isEqualTo(List.of("demo-hidden-1", "demo-seen"));
    }

    @Test
    void publishesNoCellThatTellsOfOneSupplier() {
        // Given
        facts.anchor("publishing", "E08000009");
        facts.supplier(11, "M21AA", "E08000003");
        facts.supplier(12, "M21AA", "E08000003");
        facts.identified(11);
        facts.identified(12);
        facts.deliver(
                "publishing",
                line("500", 2, "2026-05-05").in("Many"),
                line("500", 11, "2026-05-05").in("Many"),
                line("500", 12, "2026-05-05").in("Many"),
                line("300", 2, "2026-05-05").in("Some"),
                line("300", 11, "2026-05-05").in("Some"),
                line("300", 12, "2026-05-05").in("Some"),
                line("7", 3, "2026-05-05").in("One"));

        // When
        var answer = ask("publishing", "/v1/insights/leakage/publishable?by=category");

        // Then
        assertThat(answer.getList("rows.findAll { it.withheld }.key.category")).isEqualTo(List.of("Some", "One"));
        assertThat(answer.getList("rows.findAll { !it.withheld }.leakage")).isEqualTo(List.of("1500.00"));
        assertThat(answer.getString("total.leakage")).isEqualTo("2407.00");
    }

    @Test
    void findsWhatCouldBeReservedAndSaysWhyTheRestCouldNot() {
        // Given
        facts.anchor("reserving", "E08000009");
        facts.deliver(
                "reserving",
                line("173000", 3, "2026-02-05").in("Printing"),
                line("50", 1, "2026-02-05").in("Printing"),
                line("173200", 3, "2026-02-05").in("Cleaning"),
                line("60", 1, "2026-02-05").in("Cleaning"),
                line("1000", 3, "2026-02-05").in("Coal"),
                line("2000", 3, "2025-12-31").in("Ink"));

        // When
        var answer = ask("reserving", "/v1/insights/reservable-leakage?localSuppliers=1");

        // Then
        assertThat(answer.getList("rows.key.category")).isEqualTo(List.of("Printing"));
        assertThat(answer.getString("rows[0].estimate")).isEqualTo("207600.00");
        assertThat(answer.getString("rows[0].threshold")).isEqualTo("207720.00");
        assertThat(sum(amounts(answer.getString("rows[0].links.lines")))).isEqualByComparingTo("173000");
        assertThat(answer.getMap("total.notReservable"))
                .isEqualTo(java.util.Map.of(
                        "NOT_BELOW_THRESHOLD", "173200.00",
                        "TOO_FEW_LOCAL_SUPPLIERS", "1000.00",
                        "ORDER_NOT_IN_FORCE", "2000.00"));
        assertThat(answer.getString("total.leakage")).isEqualTo("349200.00");
    }

    /** Each payment less its VAT is a fraction without an end; the two come to the threshold exactly. */
    @Test
    void takesAnEstimateThatIsTheThresholdForNoneBelowIt() {
        // Given
        facts.anchor("reserving-gross", "E08000009");
        facts.deliver("GROSS", "reserving-gross", new Line[] {
            line("204570.08", 3, "2026-02-05").in("Printing"),
            line("3149.92", 3, "2026-02-05").in("Printing"),
            line("50", 1, "2026-02-05").in("Printing")
        });

        // When
        var answer = ask("reserving-gross", "/v1/insights/reservable-leakage?localSuppliers=1");

        // Then
        assertThat(answer.getMap("total.notReservable"))
                .isEqualTo(java.util.Map.of("NOT_BELOW_THRESHOLD", "207720.00"));
    }

    private static String effect(JsonPath answer, String effect) {
        return answer.getString("rows.find { it.key.effect == '" + effect + "' }.change");
    }

    private static Line line(String pounds, int supplier, String paidOn) {
        return new Line(new BigDecimal(pounds), supplier, "Supplier", paidOn);
    }
}
