package anchorage.insight.metric.web;

import static anchorage.insight.metric.web.Asked.AUDIENCE;
import static anchorage.insight.metric.web.Asked.analyst;
import static anchorage.insight.metric.web.Asked.ask;
import static anchorage.insight.metric.web.Asked.sum;
import static anchorage.insight.metric.web.Asked.with;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import anchorage.testsupport.Backends;
import anchorage.testsupport.DescribedCsv;
import anchorage.testsupport.Tokens;
import anchorage.testsupport.Walk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every list of the service, walked page by page while it grows. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PagesTest {

    private static final String LINES = "/v1/insights/lines?limit=1&anchor=paged";

    @Inject
    Facts facts;

    @BeforeEach
    void placesAndSuppliers() {
        facts.region();
        facts.anchor("paged", "E08000009");
    }

    @Test
    void leadThroughTheLinesOfOneMomentWhateverArrivesMeanwhile() {
        // Given
        facts.deliver("paged", Line.paid(7, 1), Line.paid(5, 3), Line.paid(3, 2));
        facts.deliver("paged", Line.paid(11, 1), Line.paid(13, 3));
        var before = ask("/v1/insights/local-share?anchor=paged&scope=ALL");

        // When
        var walked = Walk.through(Asked::analyst, LINES, "amount", () -> {
            for (int times = 0; times < 8; times++) {
                facts.deliver("paged", Line.paid(100, 1));
            }
        });

        // Then
        assertThat(sum(walked)).isEqualByComparingTo(before.getString("total.total"));
        assertThat(walked).hasSize(before.getInt("total.lines"));
        assertThat(Walk.through(Asked::analyst, LINES, "amount", () -> {})).hasSize(walked.size() + 8);
    }

    @Test
    void leadThroughLocalDefinitionsAndScopeRules() {
        assertWalked(
                "/v1/local-definitions",
                () -> make(
                        "/v1/local-definitions",
                        Map.of(
                                "name", "paged",
                                "title", "Paged",
                                "description", "To be listed",
                                "area", "DISTRICT",
                                "premises", List.of("TRADING"))));
        make("/v1/scope-rules", Map.of("name", "paged", "description", "To be listed", "rules", List.of()));
        assertWalked(
                "/v1/scope-rules",
                () -> make(
                        "/v1/scope-rules", Map.of("name", "paged", "description", "To be listed", "rules", List.of())));
    }

    @Test
    void takeACursorOnlyBackFromItsCallerForItsListWithItsFilters() {
        // Given
        facts.deliver("paged", Line.paid(7, 1), Line.paid(5, 3));
        var cursor = Walk.cursor(Asked::analyst, LINES);
        var own = Tokens.of(ANCHOR_ANALYST, "paged", AUDIENCE);

        // Then
        ask(LINES.replace("limit=1", "limit=5") + "&cursor=" + cursor);
        for (var other : List.of("/v1/local-definitions?x=y", LINES + "&category=x", "/v1/insights/lines?limit=1")) {
            analyst()
                    .get(other + "&cursor=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/unusable-cursor"));
        }
        with(own)
                .get(LINES + "&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unusable-cursor"));
    }

    @Test
    void areDescribedAsCsv() {
        facts.deliver("paged", Line.paid(7, 1), Line.paid(-5, 3));

        for (var list :
                List.of("/v1/insights/lines?anchor=paged", "/v1/local-definitions", "/v1/scope-rules?limit=2")) {
            assertThat(DescribedCsv.of(Asked::analyst, list)).as(list).isNotEmpty();
        }
        var described = analyst().get("/v1/insights/lines?anchor=paged&describe=csvw");
        var lines = new JsonPath(described.asString());
        assertThat(lines.<String>getList("tableSchema.primaryKey")).containsExactly("delivery", "row");
        assertThat(lines.<String>getList("tableSchema.columns.datatype").subList(0, 7))
                .containsExactly("string", "integer", "string", "date", "decimal", "string", "boolean");
        assertThat(lines.getList("tableSchema.columns.required").subList(0, 2)).containsExactly(null, true);
    }

    private static void assertWalked(String list, Runnable meanwhile) {
        var before = analyst().get(list + "?limit=1000").jsonPath();
        var names = before.getList("items.name", String.class);

        var walked = Walk.through(Asked::analyst, list + "?limit=1", "name", meanwhile);

        assertThat(names).hasSizeGreaterThan(1);
        assertThat(walked.subList(0, names.size())).isEqualTo(names);
        assertThat(walked).hasSize(names.size() + 1).last().isEqualTo("paged");
    }

    private static void make(String list, Map<String, ?> rule) {
        analyst().contentType("application/json").body(rule).post(list).then().statusCode(201);
    }
}
