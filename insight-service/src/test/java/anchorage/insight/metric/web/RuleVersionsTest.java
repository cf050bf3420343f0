package anchorage.insight.metric.web;

import static anchorage.insight.metric.web.Asked.AUDIENCE;
import static anchorage.insight.metric.web.Asked.analyst;
import static anchorage.insight.metric.web.Asked.ask;
import static anchorage.insight.metric.web.Asked.text;
import static anchorage.insight.metric.web.Asked.with;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions and rules that people make, in versions. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RuleVersionsTest {

    private static final String DEFINITIONS = "/v1/local-definitions";

    @Inject
    Facts facts;

    @BeforeEach
    void placesAndSuppliers() {
        facts.region();
    }

    @Test
    void judgesByPlacesThatADefinitionNames() {
        // Given
        facts.anchor("naming", "E08000009");
        facts.deliver("naming", Line.paid(70, 1), Line.paid(20, 2), Line.paid(10, 3));

        // When
        make("leeds-only", "\"E08000035\"").statusCode(201).header("Location", endsWith("/leeds-only@1"));

        // Then
        assertThat(ask("naming", "/v1/insights/local-share?local=leeds-only").getString("total.local"))
                .isEqualTo("10.00");
        assertThat(ask("naming", "/v1/insights/local-share?local=leeds-only").getString("total.elsewhere"))
                .isEqualTo("90.00");
    }

    @Test
    void answersAsItDidBeforeAVersionWasMade() {
        // Given
        facts.anchor("versions", "E08000009");
        facts.deliver("versions", Line.paid(70, 1), Line.paid(20, 2));
        make("growing", "\"E08000009\"").statusCode(201);
        var then = ask("versions", "/v1/insights/local-share?local=growing");
        var question = "/v1/insights/local-share?local=growing&asOf=" + then.getString("basis.asOf");
        var before = text("versions", question);

        // When
        make("growing", "\"E47000001\"").statusCode(201).body("version", equalTo(2));

        // Then
        assertThat(text("versions", question)).isEqualTo(before);
        assertThat(ask("versions", "/v1/insights/local-share?local=growing").getString("total.local"))
                .isEqualTo("90.00");
        assertThat(ask("versions", "/v1/insights/local-share?local=growing@1").getString("total.local"))
                .isEqualTo("70.00");
    }

    @Test
    void takesPlacesOnlyOnTheDaysOnWhichTheyAre() {
        // Given
        facts.anchor("dated", "E08000009");
        facts.deliver("dated", Line.paid(5, 3));
        makeWith("leeds-later", "{\"places\": [\"E08000035\"], \"validFrom\": \"2025-10-11\"}")
                .statusCode(201);

        // Then
        assertThat(ask("dated", "/v1/insights/local-share?local=leeds-later").getString("total.elsewhere"))
                .isEqualTo("5.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \"A b\", \"title\": \"t\", \"description\": \"d\", \"area\": \"REGION\", \"premises\": [\"BRANCH\"]}",
                "{\"name\": \"ab\", \"title\": \"t\", \"description\": \"d\", \"premises\": [\"BRANCH\"]}",
                "{\"name\": \"ab\", \"title\": \"t\", \"description\": \"d\", \"area\": \"REGION\", \"premises\": [\"MOON\"]}",
                "{\"name\": \"ab\", \"title\": \"t\", \"description\": \"d\", \"places\": [{\"places\": [\"Leeds\"]}],"
                        + " \"premises\": [\"BRANCH\"]}"
            })
    void makesNoDefinitionThatCouldNotJudge(String body) {
        analyst()
                .contentType("application/json")
                .body(body)
                .post(DEFINITIONS)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unusable-local-definition"));
    }

    @Test
    void makesScopeRulesThatPutLinesWhereTheySay() {
        // Given
        facts.anchor("scoping", "E08000009");
        facts.deliver("scoping", Line.paid(70, 1).in("Gifts"), Line.paid(20, 2));

        // When
        rules("GIFTS").statusCode(201).body("version", equalTo(1));

        // Then
        assertThat(ask("scoping", "/v1/insights/scopes?rules=house-rules")
                        .getString("rows.find { it.key.scope == 'GRANT' }.total"))
                .isEqualTo("70.00");
        rules("(?=x)").statusCode(400).body("detail", containsString("RE2"));
    }

    @Test
    void letsOnlyAnalystsAndAdministratorsMakeThem() {
        for (var path : new String[] {DEFINITIONS, "/v1/scope-rules"}) {
            with(Tokens.of(ANCHOR_ANALYST, "own", AUDIENCE))
                    .contentType("application/json")
                    .body("{}")
                    .post(path)
                    .then()
                    .statusCode(403);
        }
    }

    private static ValidatableResponse make(String name, String places) {
        return makeWith(name, "{\"places\": [" + places + "]}");
    }

    private static ValidatableResponse makeWith(String name, String placeSet) {
        return analyst()
                .contentType("application/json")
                .body("""
                        {"name": "%s", "title": "Made here", "description": "For a test.",
                         "places": [%s], "premises": ["REGISTERED_OFFICE"]}
                        """.formatted(name, placeSet))
                .post(DEFINITIONS)
                .then();
    }

    private static ValidatableResponse rules(String pattern) {
        return analyst()
                .contentType("application/json")
                .body("""
                        {"name": "house-rules", "description": "For a test.", "rules": [{"id": "gifts", "scope": "GRANT",
                         "field": "CATEGORY", "why": "Given, not bought.", "pattern": "%s"}]}
                        """.formatted(pattern))
                .post("/v1/scope-rules")
                .then();
    }
}
