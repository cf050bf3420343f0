package anchorage.insight.metric.web;

import static anchorage.insight.metric.web.Asked.analyst;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import anchorage.testsupport.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class CalculatorsTest {

    @Test
    void worksAScenarioOut() {
        analyst()
                .contentType("application/json")
                .body("""
                        {"parts": [{"spend": "750000000", "localShare": 0.05, "moveToLocalShare": "0.10"}]}
                        """)
                .post("/v1/insights/scenarios")
                .then()
                .statusCode(200)
                .body("total.moved", equalTo("37500000.00"))
                .body("rows[0].after.localShare", equalTo("0.1000"));
    }

    @Test
    void worksAMultiplierOutAndRepeatsItsAssumptions() {
        analyst()
                .contentType("application/json")
                .body("""
                        {"convention": "NORTHUMBERLAND", "inputs": {"respend": "0.76", "local": true},
                         "comparedWith": {"respend": "0.36", "local": false}, "assumptions": ["As in 2005."]}
                        """)
                .post("/v1/insights/multipliers")
                .then()
                .statusCode(200)
                .body("result.multiplier", equalTo("1.7600"))
                .body("morePercent", equalTo("388.9"))
                .body("evidence", equalTo("ASSUMED"))
                .body("assumptions[0]", equalTo("As in 2005."));
    }

    @Test
    void saysWhatIsWrongWithTheInputs() {
        for (var path : new String[] {"scenarios", "multipliers"}) {
            analyst()
                    .contentType("application/json")
                    .body("{}")
                    .post("/v1/insights/" + path)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/bad-question"));
            analyst()
                    .contentType("application/json")
                    .post("/v1/insights/" + path)
                    .then()
                    .statusCode(400);
            given().contentType("application/json")
                    .body("{}")
                    .post("/v1/insights/" + path)
                    .then()
                    .statusCode(401);
        }
    }
}
