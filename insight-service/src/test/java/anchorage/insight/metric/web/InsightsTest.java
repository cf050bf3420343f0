package anchorage.insight.metric.web;

import static anchorage.insight.metric.web.Asked.AUDIENCE;
import static anchorage.insight.metric.web.Asked.analyst;
import static anchorage.insight.metric.web.Asked.ask;
import static anchorage.insight.metric.web.Asked.sum;
import static anchorage.insight.metric.web.Asked.text;
import static anchorage.insight.metric.web.Asked.with;
import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import anchorage.insight.ledger.Ledger;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class InsightsTest {

    @Inject
    Facts facts;

    @Inject
    Ledger ledger;

    @BeforeEach
    void placesAndSuppliers() {
        facts.region();
    }

    @Test
    void judgesEachLineByWhereTheAnchorIs() {
        // Given
        anchor("judging");

        // When
        facts.deliver(
                "judging",
                Line.paid(70, 1), // Trafford
                Line.paid(20, 2), // Manchester
                Line.paid(5, 3), // Leeds
                Line.paid(4, 4), // postcode unknown
                Line.paid(1, 5)); // nobody knows

        // Then
        assertBuckets("judging", "district", "70.00", "25.00", "5.00");
        assertBuckets("judging", "combined-authority", "90.00", "5.00", "5.00");
        assertBuckets("judging", "region", "90.00", "5.00", "5.00");
        assertBuckets("judging", "country", "95.00", "0.00", "5.00");
    }

    @Test
    void opensEveryFigureIntoItsLinesToThePenny() {
        // Given
        anchor("opening");
        var random = new Random(7);
        var lines = new ArrayList<Line>();
        for (int count = 0; count < 400; count++) {
            lines.add(new Line(
                    BigDecimal.valueOf(random.nextInt(2_000_000) - 400_000, 2),
                    1 + random.nextInt(6),
                    random.nextInt(9) == 0 ? "HMRC CUMBERNAULD" : "Supplier",
                    "2025-" + (10 + random.nextInt(3)) + "-1" + random.nextInt(9)));
        }
        facts.deliver("opening", lines.toArray(Line[]::new));

        // When
        var answer = ask("opening", "/v1/insights/local-share?by=month&local=combined-authority");

        // Then
        for (int row = 0; row < answer.getList("rows").size(); row++) {
            var month = answer.getString("rows[" + row + "].key.month");
            for (var verdict : List.of("local", "elsewhere", "unknown")) {
                var opened = ask(
                        "opening",
                        "/v1/insights/lines?limit=10000&local=combined-authority&scope=PROCUREMENT&period=" + month
                                + "&verdict=" + verdict.toUpperCase(java.util.Locale.ROOT));
                assertThat(sum(opened.getList("items.amount")))
                        .isEqualByComparingTo(answer.getString("rows[" + row + "]." + verdict));
            }
        }
        var ledger = lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        var scopes = ask("opening", "/v1/insights/scopes");
        assertThat(sum(scopes.getList("rows.total"))).isEqualByComparingTo(ledger);
        assertThat(scopes.getString("total.total")).isEqualTo(ledger.setScale(2).toPlainString());
        assertThat(scopes.getList("rows.key.scope")).contains("PROCUREMENT", "TAX");
        assertThat(sum(answer.getList("rows.total"))).isEqualByComparingTo(answer.getString("total.total"));
    }

    @Test
    void stopsCountingAWithdrawnDeliveryButNotForThen() {
        // Given
        anchor("taking-back");
        var delivery = facts.deliver("taking-back", Line.paid(10, 1));
        facts.deliver("taking-back", Line.paid(7, 1));
        var then = ask("taking-back", "/v1/insights/local-share?by=month");
        var question = "/v1/insights/local-share?by=month&asOf=" + then.getString("basis.asOf");
        var before = text("taking-back", question);

        // When
        ledger.withdraw(delivery);

        // Then
        assertThat(ask("taking-back", "/v1/insights/local-share?by=month").getString("total.total"))
                .isEqualTo("7.00");
        assertThat(text("taking-back", question)).isEqualTo(before);
    }

    @Test
    void countsASupplementForAsLongAsWhatItMends() {
        // Given
        anchor("mending");
        var mended = facts.deliver("mending", Line.paid(10, 1));
        var supplement = facts.attempt(UUID.randomUUID(), "mending", 1, Line.paid(2, 1));
        supplement.openBeside(mended);
        supplement.lines();
        supplement.close();
        var then = ask("mending", "/v1/insights/local-share?by=month");
        assertThat(then.getString("total.total")).isEqualTo("12.00");
        var question = "/v1/insights/local-share?by=month&asOf=" + then.getString("basis.asOf");
        var before = text("mending", question);
        var successor = facts.attempt(UUID.randomUUID(), "mending", 1, Line.paid(13, 1));

        // When
        successor.openInPlaceOf(mended);
        successor.lines();
        successor.close();

        // Then
        assertThat(ask("mending", "/v1/insights/local-share?by=month").getString("total.total"))
                .isEqualTo("13.00");
        assertThat(text("mending", question)).isEqualTo(before);
    }

    @Test
    void countsADeliveryInPlaceOfTheOneItSupersedes() {
        // Given
        anchor("replacing");
        var old = facts.deliver("replacing", Line.paid(10, 1));
        var attempt = facts.attempt(UUID.randomUUID(), "replacing", 1, Line.paid(12, 1));

        // When
        attempt.openInPlaceOf(old);
        attempt.lines();
        var meanwhile = ask("replacing", "/v1/insights/local-share?by=month").getString("total.total");
        attempt.close();

        // Then
        assertThat(meanwhile).isEqualTo("10.00");
        assertThat(ask("replacing", "/v1/insights/local-share?by=month").getString("total.total"))
                .isEqualTo("12.00");
    }

    @Test
    void answersAsItDidThenWhateverIsLearntLater() {
        // Given
        anchor("asof");
        facts.deliver("asof", Line.paid(10, 1), Line.paid(6, 5));
        var then = ask("asof", "/v1/insights/local-share?by=month");
        var moment = then.getString("basis.asOf");
        var before = text("asof", "/v1/insights/local-share?by=month&asOf=" + moment);

        // When
        facts.supplier(5, "M11AA", "E08000009");
        facts.identified(5);
        facts.deliver("asof", Line.paid(100, 1));

        // Then
        assertThat(text("asof", "/v1/insights/local-share?by=month&asOf=" + moment))
                .isEqualTo(before);
        assertThat(ask("asof", "/v1/insights/local-share").getString("total.local"))
                .isEqualTo("116.00");
        assertThat(then.getString("total.unknown")).isEqualTo("6.00");
        facts.nobody(5);
    }

    @Test
    void readsFilesFromBeforeALineHadMoreToSay() throws Exception {
        // Given
        anchor("older");
        facts.deliver("older", Line.paid(10, 1));
        facts.deliver("older", Line.paid(7, 1));
        var file = ledger.asOf(java.time.Instant.parse("2999-01-01T00:00:00Z"), List.of("older"))
                .get(1)
                .path();
        try (var connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * EXCLUDE (gross, vat, is_grant, is_card) FROM read_parquet('" + file
                    + "')) TO '" + file + ".older' (FORMAT parquet)");
        }
        Files.move(Path.of(file + ".older"), Path.of(file), StandardCopyOption.REPLACE_EXISTING);

        // Then
        assertThat(ask("older", "/v1/insights/lines").getList("items.amount"))
                .containsExactlyInAnyOrder("10.00", "7.00");
        assertThat(ask("older", "/v1/insights/local-share").getString("total.total"))
                .isEqualTo("17.00");
    }

    @Test
    void countsNothingOfAnAttemptThatWasAbandonedOrRepeated() {
        // Given
        anchor("attempts");
        var delivery = UUID.randomUUID();
        var first = facts.attempt(delivery, "attempts", 1, Line.paid(1, 1), Line.paid(2, 1));
        first.open();
        first.lines();

        // When
        var second = facts.attempt(delivery, "attempts", 2, Line.paid(1, 1), Line.paid(2, 1));
        second.open();
        first.lines();
        second.lines();
        second.lines();
        first.close();
        second.close();
        second.close();

        // Then
        assertThat(ask("attempts", "/v1/insights/scopes").getString("total.total"))
                .isEqualTo("3.00");
        assertThat(ask("attempts", "/v1/insights/scopes").getInt("total.lines")).isEqualTo(2);
    }

    @Test
    void doesNotTakeADeliveryThatIsNotWhatWasSent() {
        // Given
        anchor("short");
        var attempt = facts.attempt(UUID.randomUUID(), "short", 1, Line.paid(1, 1), Line.paid(2, 1));
        attempt.open();
        attempt.lines();

        // When
        attempt.closeSaying(3, "4.00");

        // Then
        assertThat(ask("short", "/v1/insights/scopes").getInt("total.lines")).isZero();
    }

    @Test
    void explainsALine() {
        // Given
        anchor("explaining");
        var delivery = facts.deliver("explaining", Line.paid(70, 2));

        // When
        var explanation = ask("explaining", "/v1/insights/lines/" + delivery + "/1/explanation");

        // Then
        assertThat(explanation.getList("sentences", String.class))
                .anyMatch(sentence -> sentence.contains("£70.00"))
                .anyMatch(sentence -> sentence.contains("scope is PROCUREMENT"))
                .anyMatch(sentence -> sentence.contains("by exact-name"))
                .anyMatch(sentence -> sentence.contains("ELSEWHERE") && sentence.contains("E08000003"));
    }

    @Test
    void withholdsAPersonsNameFromEveryoneButTheirAnchor() {
        // Given
        anchor("persons");
        facts.deliver("persons", new Line(BigDecimal.ONE, 6, "Mrs J Fernlea", "2025-10-10"));

        // Then
        assertThat(with(Tokens.of(ANCHOR_ANALYST, "persons", AUDIENCE))
                        .get("/v1/insights/lines")
                        .jsonPath()
                        .getString("items[0].supplierName"))
                .isEqualTo("Mrs J Fernlea");
        assertThat(text("persons", "/v1/insights/lines")).doesNotContain("Fernlea");
    }

    @Test
    void answersAsCsvToo() {
        // Given
        anchor("csv");
        facts.deliver("csv", Line.paid(70, 1));

        // When
        var csv = analyst()
                .accept("text/csv")
                .get("/v1/insights/local-share?by=month&anchor=csv")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();

        // Then
        assertThat(csv)
                .isEqualTo("month,lines,suppliers,total,credits,local,elsewhere,unknown,share_at_least,share_at_most,"
                        + "share_of_known\r\n2025-10,1,1,70.00,0.00,70.00,0.00,0.00,1.0000,1.0000,1.0000\r\n");
        assertThat(analyst()
                        .accept("text/csv")
                        .get("/v1/insights/lines?anchor=csv")
                        .asString()
                        .lines())
                .hasSize(2);
    }

    @Test
    void keepsAnAnchorToItsOwnFigures() {
        // Given
        anchor("own");
        var own = Tokens.of(ANCHOR_ANALYST, "own", AUDIENCE);

        // Then
        for (var path : List.of("local-share", "scopes", "lines")) {
            with(own)
                    .get("/v1/insights/" + path + "?anchor=judging")
                    .then()
                    .statusCode(403)
                    .contentType(startsWith("application/problem+json"));
            given().get("/v1/insights/" + path).then().statusCode(401);
            with(Tokens.of(ANALYST, "gateway"))
                    .get("/v1/insights/" + path)
                    .then()
                    .statusCode(401);
        }
        assertThat(with(own).get("/v1/insights/local-share").jsonPath().getList("basis.anchors"))
                .isEqualTo(List.of("own"));
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        analyst()
                .get("/v1/insights/local-share?by=moon")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-question"));
        analyst().get("/v1/insights/local-share?local=near").then().statusCode(400);
        analyst().get("/v1/insights/local-share?period=2025-20").then().statusCode(400);
        analyst()
                .get("/v1/insights/local-share?from=2025-02-01&to=2025-01-01")
                .then()
                .statusCode(400);
        analyst().get("/v1/insights/local-share?scope=FUN").then().statusCode(400);
        analyst().get("/v1/insights/lines?cursor=x").then().statusCode(400);
        analyst()
                .get("/v1/insights/local-share?asOf=2999-01-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/not-yet-known"));
        analyst().get("/v1/scope-rules/none").then().statusCode(404);
    }

    private void anchor(String id) {
        facts.anchor(id, "E08000009");
    }

    private static void assertBuckets(
            String anchor, String definition, String local, String elsewhere, String unknown) {
        var answer = ask(anchor, "/v1/insights/local-share?local=" + definition);
        assertThat(List.of(
                        answer.getString("total.local"),
                        answer.getString("total.elsewhere"),
                        answer.getString("total.unknown")))
                .as(definition)
                .isEqualTo(List.of(local, elsewhere, unknown));
    }
}
