package anchorage.registry.identification.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;
import static io.restassured.RestAssured.given;

import anchorage.testsupport.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** What a steward does and an analyst sees, as they ask for it. */
final class Steward {

    private static final String AUDIENCE = "supplier-registry";

    private Steward() {}

    static void fact(String supplier, Map<String, String> fact) {
        steward().body(fact).post("/v1/suppliers/" + supplier + "/facts").then().statusCode(200);
    }

    static String made(String name, String identifier) {
        return steward()
                .body(Map.of("name", name, "identifiers", List.of(identifier)))
                .post("/v1/suppliers")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    static JsonPath identified(String mention) {
        return steward()
                .get("/v1/identifications/" + mention)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static RequestSpecification steward() {
        return with(Tokens.of(REGISTER_STEWARD, AUDIENCE));
    }

    static RequestSpecification analyst() {
        return with(Tokens.of(ANALYST, AUDIENCE));
    }

    static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }
}
