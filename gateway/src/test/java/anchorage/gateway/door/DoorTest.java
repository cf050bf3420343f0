package anchorage.gateway.door;

import static anchorage.kit.security.Roles.ANALYST;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StandIn.class)
class DoorTest {

    @Test
    void letsAKnownClientThroughAndSaysWhichWayItCame() {
        as("through", "/v1/anchors?limit=1")
                .statusCode(200)
                .body("path", equalTo("/v1/anchors?limit=1"))
                .body("from", equalTo("127.0.0.1"));
    }

    @Test
    void tellsACallerHowItStands() {
        as("standing", "/v1/anchors")
                .header("RateLimit-Policy", "\"client\";q=3;w=3600, \"at-once\";q=2;qu=\"concurrent-requests\"")
                .header("RateLimit", startsWith("\"client\";r=2;t="));
        as("standing", "/v1/anchors").header("RateLimit", startsWith("\"client\";r=1;t="));
    }

    @Test
    void refusesWhoHasUsedItsQuotaUpAndNobodyElse() {
        IntStream.rangeClosed(1, 3).forEach(any -> as("eager", "/v1/anchors").statusCode(200));

        var wait = as("eager", "/v1/anchors")
                .statusCode(429)
                .contentType("application/problem+json")
                .header("RateLimit", startsWith("\"client\";r=0;t="))
                .body("type", equalTo("https://iana.org/assignments/http-problem-types#quota-exceeded"))
                .body("violated-policies[0]", equalTo("client"))
                .extract()
                .header("Retry-After");

        assertThat(Long.parseLong(wait)).isBetween(1L, 3600L);
        as("patient", "/v1/anchors").statusCode(200);
    }

    @Test
    void saysThatAServiceIsAway() {
        as("asking", "/v1/insights/local-share")
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("5"))
                .body("type", endsWith("/problems/service-unreachable"));
    }

    @Test
    void saysWhyATokenIsNotGood() {
        for (var token : List.of("no.good.token", Tokens.ofClient("elsewhere", ANALYST, "another-audience"))) {
            given().header("Authorization", "Bearer " + token)
                    .get("/v1/anchors")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer")
                    .body("type", endsWith("/problems/not-authenticated"));
        }
    }

    /** One test, since both come from one address and share its quota. */
    @Test
    void asksForATokenButOnTheWayToReconciliation() {
        given().get("/v1/suppliers?q=x")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("type", endsWith("/problems/not-authenticated"));
        given().get("/v1/reconcile").then().statusCode(200);
        given().get("/v1/reconcile/k/key").then().statusCode(200);
        given().get("/v1/reconcile").then().statusCode(429).body("violated-policies[0]", equalTo("address"));
    }

    /** A connection that was upgraded would be the service's and the client's alone. */
    @Test
    void upgradesNoConnection() {
        given().header("Authorization", "Bearer " + Tokens.ofClient("upgrading", ANALYST, "gateway"))
                .header("Connection", "Upgrade")
                .header("Upgrade", "websocket")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                .header("X-Forwarded-For", "192.0.2.7")
                .header("Cookie", "__Host-session=anything")
                .get("/v1/anchors")
                .then()
                .statusCode(200)
                .body("from", equalTo("127.0.0.1"))
                .body("cookie", equalTo(false));
    }

    private static ValidatableResponse as(String client, String path) {
        return given().header("Authorization", "Bearer " + Tokens.ofClient(client, ANALYST, "gateway"))
                .get(path)
                .then();
    }
}
