package anchorage.insight.metric.web;

import static anchorage.insight.metric.web.Asked.analyst;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import anchorage.testsupport.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class TablesTest {

    @Inject
    Facts facts;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local-share?anchor=described&by=financial-year,ownership",
                "leakage?anchor=described&by=category",
                "scopes?anchor=described",
                "suppliers/top?anchor=described",
                "suppliers/shared?anchor=described",
                "concentration?anchor=described",
                "local-definitions/comparison?anchor=described",
                "benchmarks?anchor=described",
                "quality?anchor=described",
                "deprivation?anchor=described",
                "change?anchor=described&from1=2025-10-01&to1=2025-10-31&from2=2025-11-01&to2=2025-11-30",
                "opportunities?anchor=described",
                "reservable-leakage?anchor=described"
            })
    void saysOfEachTableWhatItsColumnsAre(String question) {
        // Given
        aLedger();

        // When
        var table = analyst()
                .urlEncodingEnabled(false)
                .accept("text/csv")
                .get("/v1/insights/" + question)
                .then()
                .statusCode(200)
                .extract();
        var link = table.header("Link");
        var metadata = analyst()
                .urlEncodingEnabled(false)
                .get(link.substring(1, link.indexOf('>')))
                .then()
                .statusCode(200)
                .contentType("application/csvm+json")
                .extract()
                .jsonPath();

        // Then
        assertThat(link).endsWith(">; rel=\"describedby\"; type=\"application/csvm+json\"");
        assertThat(metadata.getString("url")).isEqualTo("/v1/insights/" + question);
        var header = table.asString().lines().findFirst().orElseThrow();
        assertThat(String.join(",", metadata.<String>getList("tableSchema.columns.name")))
                .isEqualTo(header);
    }

    @Test
    void tellsMoneySharesAndCountsFromText() {
        // When
        var columns = analyst()
                .get("/v1/insights/csv-metadata.json?table=local-share&keys=month&url=/v1/insights/local-share")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(columns.<String>getList("tableSchema.columns.name").subList(0, 5))
                .isEqualTo(List.of("month", "lines", "suppliers", "total", "credits"));
        assertThat(columns.<String>getList("tableSchema.columns.datatype").subList(0, 5))
                .isEqualTo(List.of("string", "integer", "integer", "decimal", "decimal"));
        assertThat(columns.getString("tableSchema.columns.find { it.name == 'share_at_least' }.datatype"))
                .isEqualTo("decimal");
    }

    @Test
    void tagsATableAndListsDefinitionsAsOne() {
        // Given
        aLedger();
        var question = "/v1/insights/scopes?anchor=described&asOf="
                + Asked.ask("/v1/insights/scopes?anchor=described").getString("basis.asOf");

        // When
        var table = analyst().accept("text/csv").get(question);

        // Then
        assertThat(table.header("ETag"))
                .startsWith("\"")
                .isNotEqualTo(analyst().get(question).header("ETag"));
        analyst()
                .accept("text/csv")
                .header("If-None-Match", table.header("ETag"))
                .get(question)
                .then()
                .statusCode(304);
        for (var list : List.of("/v1/local-definitions", "/v1/scope-rules")) {
            assertThat(analyst().accept("text/csv").get(list).asString()).startsWith("name,version,");
        }
    }

    @Test
    void describesNoTableThatIsNotThere() {
        analyst()
                .get("/v1/insights/csv-metadata.json?table=pounds&url=/v1/insights/pounds")
                .then()
                .statusCode(400)
                .body("type", endsWith("/problems/bad-question"));
    }

    @Test
    void refusesAnAnswerThatIsTooWideAndSaysWhatToAskInstead() {
        // Given
        facts.region();
        facts.anchor("wide", "E08000009");
        facts.deliver(
                "wide",
                IntStream.rangeClosed(0, 2000)
                        .mapToObj(at -> Line.paid(1, 1).in("Category " + at))
                        .toArray(Line[]::new));

        // Then
        analyst()
                .get("/v1/insights/local-share?anchor=wide&by=category")
                .then()
                .statusCode(422)
                .body("type", endsWith("/problems/question-too-wide"))
                .body("detail", containsString("more than 2000 rows"));
        analyst()
                .get("/v1/insights/local-share?anchor=wide&by=month")
                .then()
                .statusCode(200)
                .body("total.total", equalTo("2001.00"));
    }

    private void aLedger() {
        facts.region();
        facts.anchor("described", "E08000009");
        facts.deliver("described", Line.paid(7, 1), Line.paid(5, 3));
    }
}
