package anchorage.insight.metric.web;

import static anchorage.insight.metric.web.Asked.AUDIENCE;
import static anchorage.insight.metric.web.Asked.amounts;
import static anchorage.insight.metric.web.Asked.analyst;
import static anchorage.insight.metric.web.Asked.ask;
import static anchorage.insight.metric.web.Asked.sum;
import static anchorage.insight.metric.web.Asked.text;
import static anchorage.insight.metric.web.Asked.with;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class FiguresTest {

    @Inject
    Facts facts;

    @BeforeEach
    void placesAndSuppliers() {
        facts.region();
    }

    @ParameterizedTest
    @CsvSource({
        "local-share?by=category, total",
        "local-share?by=quarter, total",
        "leakage, leakage",
        "leakage?by=financial-year, leakage",
        "leakage?by=anchor, leakage",
        "leakage?by=ownership, leakage",
        "suppliers/top?x=1, total",
        "suppliers/shared?x=1, total",
        "concentration?by=anchor, spend",
        "local-definitions/comparison?x=1, total",
        "benchmarks?x=1, total",
        "benchmarks?top=2, total",
        "quality?x=1, total"
    })
    void opensEveryRowIntoItsLinesToThePenny(String path, String figure) {
        // Given
        var anchors = List.of("figures-a", "figures-b");
        for (var anchor : anchors) {
            facts.anchor(anchor, "E08000009");
            if (ask(anchor, "/v1/insights/scopes").getInt("total.lines") == 0) {
                facts.deliver(anchor, random(anchor.hashCode(), 300));
            }
        }

        // When
        var answer = ask("/v1/insights/" + path + (path.contains("?") ? "&" : "?")
                + "anchor=figures-a&anchor=figures-b&local=combined-authority&from=2025-10-03");

        // Then
        var rows = answer.getList("rows");
        assertThat(rows).isNotEmpty();
        for (int row = 0; row < rows.size(); row++) {
            assertThat(sum(amounts(answer.getString("rows[" + row + "].links.lines"))))
                    .as("row %d of %s", row, path)
                    .isEqualByComparingTo(answer.getString("rows[" + row + "]." + figure));
        }
    }

    @Test
    void tellsSizesApartAsTheyWereOnTheDayOfPayment() {
        // Given
        facts.anchor("sizing", "E08000009");
        facts.supplierThatGrew(71, LocalDate.parse("2025-10-15"));
        facts.deliver(
                "sizing",
                new Line(BigDecimal.valueOf(70), 71, "Supplier", "2025-10-14"),
                new Line(BigDecimal.valueOf(20), 71, "Supplier", "2025-10-15"),
                Line.paid(6, 1));

        // When
        var answer = ask("sizing", "/v1/insights/local-share?by=size");

        // Then
        assertThat(answer.<String>getList("rows.key.size")).containsExactly("(unknown)", "MEDIUM", "SMALL");
        assertThat(answer.<String>getList("rows.total")).containsExactly("6.00", "20.00", "70.00");
        var small = ask("sizing", "/v1/insights/local-share?size=SMALL");
        assertThat(small.getString("total.total")).isEqualTo("70.00");
        assertThat(amounts(small.getString("total.links.lines"))).containsExactly("70.00");
    }

    /** Fifteen digits before the point are more than a kept sum has. */
    @Test
    void addsUpToMorePoundsThanThereAre() {
        // Given
        facts.anchor("enormous", "E08000009");
        var line = new Line(new BigDecimal("9999999999999.99"), 2, "Supplier", "2025-10-14");
        facts.deliver("enormous", Collections.nCopies(12, line).toArray(Line[]::new));

        // When
        var answer = ask("enormous", "/v1/insights/leakage");

        // Then
        assertThat(answer.getString("total.leakage")).isEqualTo("119999999999999.88");
    }

    @Test
    void saysWhereTheMoneyGoes() {
        // Given
        facts.anchor("leaking", "E08000009");
        facts.deliver("leaking", Line.paid(70, 1), Line.paid(20, 2), Line.paid(6, 3), Line.paid(4, 5));

        // When
        var answer = ask("leaking", "/v1/insights/leakage");

        // Then
        assertThat(answer.getList("rows.key.place")).isEqualTo(List.of("E08000003", "E08000035"));
        assertThat(answer.getString("rows[0].placeName")).isEqualTo("E08000003");
        assertThat(answer.getList("rows.leakage")).isEqualTo(List.of("20.00", "6.00"));
        assertThat(answer.getList("rows.shareOfLeakage")).isEqualTo(List.of("0.7692", "0.2308"));
        assertThat(answer.getString("total.leakage")).isEqualTo("26.00");
        assertThat(answer.getString("total.shareOfSpend")).isEqualTo("0.2600");
        assertThat(answer.getString("basis.coverage.located")).isEqualTo("0.9600");
    }

    @Test
    void putsOneLegalEntityUnderSeveralAnchorsTogether() {
        // Given
        facts.anchor("sharing-a", "E08000009");
        facts.anchor("sharing-b", "E08000003");
        facts.deliver("sharing-a", Line.paid(70, 1), Line.paid(20, 2), Line.paid(1, 3));
        facts.deliver("sharing-b", Line.paid(5, 1), Line.paid(80, 2), Line.paid(1, 4));

        // When
        var answer = ask("/v1/insights/suppliers/shared?anchor=sharing-a&anchor=sharing-b");

        // Then
        assertThat(answer.getList("rows.total")).isEqualTo(List.of("100.00", "75.00"));
        assertThat(answer.getList("rows[0].paidBy.anchor")).isEqualTo(List.of("sharing-b", "sharing-a"));
        assertThat(answer.getList("rows[0].paidBy.total")).isEqualTo(List.of("80.00", "20.00"));
        assertThat(answer.getMap("total")).isEqualTo(java.util.Map.of("suppliers", 2, "lines", 4, "total", "175.00"));
    }

    @Test
    void listsWhoIsPaidMostWithWhatTheyAreOfTheWhole() {
        // Given
        facts.anchor("paying", "E08000009");
        facts.deliver("paying", Line.paid(60, 1), Line.paid(30, 2), Line.paid(10, 3));

        // When
        var csv = text("paying", "/v1/insights/suppliers/top?limit=2");
        var answer = ask("paying", "/v1/insights/suppliers/top?limit=2");

        // Then
        assertThat(csv).contains("Supplier 1");
        assertThat(answer.getList("rows.share")).isEqualTo(List.of("0.6000", "0.3000"));
        assertThat(answer.getList("rows.cumulativeShare")).isEqualTo(List.of("0.6000", "0.9000"));
        assertThat(answer.getString("total.total")).isEqualTo("100.00");
        assertThat(answer.getInt("total.suppliers")).isEqualTo(3);
    }

    @Test
    void namesASoleTraderToNoOtherAnchor() {
        // Given
        facts.anchor("one-of-traders", "E08000009");
        facts.anchor("other-of-traders", "E08000009");
        facts.supplierMoved(78, LocalDate.parse("2025-06-01"), "E08000009", "E08000009", "SOLE_TRADER", "SOLE_TRADER");
        facts.identified(78);
        facts.deliver("one-of-traders", new Line(BigDecimal.TEN, 78, "Supplier 78", "2025-10-10"));
        facts.deliver("other-of-traders", new Line(BigDecimal.TEN, 78, "Supplier 78", "2025-10-10"));
        var both = "anchor=one-of-traders&anchor=other-of-traders";

        // Then
        for (var path : List.of(
                "/v1/insights/suppliers/top?" + both,
                "/v1/insights/suppliers/shared?" + both,
                "/v1/insights/opportunities?" + both,
                "/v1/insights/lines?" + both)) {
            var answer = analyst().get(path).then().statusCode(200).extract().asString();
            assertThat(answer).doesNotContain("Supplier 78");
        }
        assertThat(analyst().get("/v1/insights/suppliers/shared?" + both).asString())
                .contains("(a natural person)");
        assertThat(with(Tokens.of(ANCHOR_ANALYST, "one-of-traders", AUDIENCE))
                        .get("/v1/insights/suppliers/top")
                        .asString())
                .contains("Supplier 78");
    }

    @Test
    void namesAPersonToTheirOwnAnchorAlone() {
        // Given
        facts.anchor("people", "E08000009");
        facts.person(77, "Mrs J Fernlea");
        facts.deliver("people", new Line(BigDecimal.TEN, 77, "Mrs J Fernlea", "2025-10-10"));

        // Then
        assertThat(text("people", "/v1/insights/suppliers/top"))
                .doesNotContain("Fernlea")
                .contains("(a natural person)");
        with(Tokens.of(ANCHOR_ANALYST, "people", AUDIENCE))
                .get("/v1/insights/suppliers/top")
                .then()
                .statusCode(200)
                .body("rows[0].name", equalTo("Mrs J Fernlea"));
    }

    @Test
    void tellsNobodyElseWhereAPersonIsOrHowTheyWereTakenToBeWho() {
        // Given
        facts.anchor("homes", "E08000009");
        facts.personAt(79, "Mrs J Fernlea", "M16 0XX", "E08000009");
        var delivery = facts.deliver("homes", new Line(BigDecimal.TEN, 79, "Mrs J Fernlea", "2025-10-10"));
        var explanation = "/v1/insights/lines/" + delivery + "/1/explanation";

        // Then
        for (var path : List.of("/v1/insights/lines", explanation)) {
            assertThat(text("homes", path))
                    .doesNotContain("M16")
                    .doesNotContain("because")
                    .doesNotContain("Fernlea");
        }
        assertThat(with(Tokens.of(ANCHOR_ANALYST, "homes", AUDIENCE))
                        .get(explanation)
                        .asString())
                .contains("because")
                .contains("Fernlea");
    }

    @Test
    void showsEveryDefinitionBesideTheOthers() {
        // Given
        facts.anchor("comparing", "E08000009");
        facts.deliver("comparing", Line.paid(70, 1), Line.paid(20, 2), Line.paid(10, 3));

        // When
        var answer = ask("comparing", "/v1/insights/local-definitions/comparison");

        // Then
        assertThat(answer.getString("rows.find { it.key.localDefinition == 'district@1' }.local"))
                .isEqualTo("70.00");
        assertThat(answer.getString("rows.find { it.key.localDefinition == 'combined-authority@1' }.local"))
                .isEqualTo("90.00");
        assertThat(answer.getList("rows.total")).containsOnly("100.00");
    }

    @Test
    void saysWhichMeanIsWhich() {
        // Given
        facts.anchor("mean-a", "E08000009");
        facts.anchor("mean-b", "E08000009");
        facts.deliver("mean-a", Line.paid(90, 1), Line.paid(10, 3));
        facts.deliver("mean-b", Line.paid(1, 1), Line.paid(9, 3));

        // When
        var answer = ask("/v1/insights/benchmarks?anchor=mean-a&anchor=mean-b");

        // Then
        assertThat(answer.getString("means.weighted.atLeast")).isEqualTo("0.8273");
        assertThat(answer.getString("means.unweighted.atLeast")).isEqualTo("0.5000");
        assertThat(answer.getList("rows.toUnweightedMean")).isEqualTo(List.of("0.4000", "-0.4000"));
    }

    @Test
    void scoresALedgerByWhatItCanBear() {
        // Given
        facts.anchor("scored", "E08000009");
        facts.deliver("scored", Line.paid(75, 1), Line.paid(25, 5));

        // When
        var answer = ask("scored", "/v1/insights/quality");

        // Then
        assertThat(answer.getString("rows[0].identifiedShare")).isEqualTo("0.7500");
        assertThat(answer.getString("rows[0].locatedShare")).isEqualTo("0.7500");
        assertThat(answer.getString("rows[0].notRedactedShare")).isEqualTo("1.0000");
        assertThat(answer.getString("rows[0].score")).isEqualTo("92.9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local-share",
                "leakage",
                "scopes",
                "suppliers/top",
                "suppliers/shared",
                "concentration",
                "local-definitions/comparison",
                "benchmarks",
                "deprivation",
                "quality"
            })
    void answersAsCsvAndForNobodyElsesAnchor(String path) {
        analyst()
                .accept("text/csv")
                .get("/v1/insights/" + path + "?anchor=leaking")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(containsString(","));
        with(Tokens.of(ANCHOR_ANALYST, "own", AUDIENCE))
                .get("/v1/insights/" + path + "?anchor=leaking")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leakage?basis=moon", "local-share?top=0", "local-share?top=5&by=month"})
    void saysWhatCannotBeTold(String question) {
        analyst()
                .get("/v1/insights/" + question)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-question"))
                .body("detail", containsString("."));
    }

    private static Line[] random(long seed, int count) {
        var random = new Random(seed);
        var lines = new ArrayList<Line>();
        for (int at = 0; at < count; at++) {
            lines.add(new Line(
                    BigDecimal.valueOf(random.nextInt(2_000_000) - 400_000, 2),
                    1 + random.nextInt(6),
                    random.nextInt(9) == 0 ? "HMRC CUMBERNAULD" : "Supplier",
                    "2025-" + (10 + random.nextInt(3)) + "-0" + (1 + random.nextInt(9))));
        }
        return lines.toArray(Line[]::new);
    }
}
