package anchorage.ingest.delivery.web;

import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import anchorage.contracts.DeliveryApplied;
import anchorage.ingest.delivery.Deliveries;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A delivery that is taken back, or that takes another's place. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class SuccessionTest {

    private static final String ANCHOR = "demo-succession";
    private static final String PATH = "/v1/anchors/" + ANCHOR + "/feeds/spend/deliveries";

    @Inject
    Deliveries deliveries;

    @BeforeEach
    void anAnchorWithAFeed() {
        with(Tokens.of(PLATFORM_ADMIN, "spend-ingest"))
                .contentType("application/json")
                .body(Map.of("name", "Test", "kind", "LOCAL_AUTHORITY", "homePlace", "E08000009"))
                .put("/v1/anchors/" + ANCHOR)
                .then()
                .statusCode(200);
        publisher()
                .contentType("application/json")
                .body(Map.of("title", "Spend", "vatBasis", "NET"))
                .put("/v1/anchors/" + ANCHOR + "/feeds/spend")
                .then()
                .statusCode(200);
    }

    @Test
    void takesBackAnAppliedDeliveryOnceAndForAll() {
        // Given
        var delivery = applied(pushed(ledger(), null));

        // When
        var answer = withdrawn(delivery, "It held the payroll.");

        // Then
        answer.statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("withdrawn.reason", equalTo("It held the payroll."));
        withdrawn(delivery, "Again.").statusCode(200).body("withdrawn.reason", equalTo("It held the payroll."));
    }

    @Test
    void takesTheBytesOfAWithdrawnDeliveryForANewOne() {
        // Given
        var file = ledger();
        var delivery = applied(pushed(file, null));
        withdrawn(delivery, "Too early.");

        // When
        var again = pushed(file, null);

        // Then
        assertThat(again.getString("id")).isNotEqualTo(delivery.toString());
        assertThat(again.getString("state")).isEqualTo("PUBLISHED");
    }

    @Test
    void takesBackNothingThatDoesNotCount() {
        // Given
        var delivery = UUID.fromString(pushed(ledger(), null).getString("id"));

        // Then
        withdrawn(delivery, "Too early.")
                .statusCode(409)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/problems/delivery-not-applied"));
    }

    @Test
    void marksADeliveryWhosePlaceIsTakenWhenTheOtherIsApplied() {
        // Given
        var old = applied(pushed(ledger(), null));
        var successor = pushed(ledger(), old);
        assertThat(read(old).getString("state")).isEqualTo("APPLIED");

        // When
        var young = applied(successor);

        // Then
        assertThat(read(old).getString("state")).isEqualTo("SUPERSEDED");
        assertThat(read(old).getString("supersededBy")).isEqualTo(young.toString());
        assertThat(read(young).getString("supersedes")).isEqualTo(old.toString());
    }

    @Test
    void letsOneDeliveryAtATimeTakeAPlace() {
        // Given
        var old = applied(pushed(ledger(), null));
        pushed(ledger(), old);

        // Then
        publisher()
                .contentType("text/csv")
                .queryParam("supersedes", old)
                .body(ledger())
                .post(PATH)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/delivery-not-applied"));
    }

    @Test
    void letsNoOtherAnchorTakeADeliveryBack() {
        // Given
        var delivery = applied(pushed(ledger(), null));

        // Then
        with(Tokens.of(ANCHOR_PUBLISHER, "demo-other", "spend-ingest"))
                .contentType("application/json")
                .body(Map.of("reason", "Mischief."))
                .post("/v1/deliveries/" + delivery + "/withdrawal")
                .then()
                .statusCode(403);
    }

    private static String ledger() {
        return "Date paid,Supplier name,Net amount\n31/03/2026," + UUID.randomUUID() + " Ltd,12.50\n";
    }

    private UUID applied(JsonPath delivery) {
        var id = UUID.fromString(delivery.getString("id"));
        deliveries.applied(
                new DeliveryApplied(id, deliveries.of(id).attempt(), 1, new BigDecimal("12.50"), true, Instant.EPOCH));
        return id;
    }

    private static ValidatableResponse withdrawn(UUID delivery, String reason) {
        return publisher()
                .contentType("application/json")
                .body(Map.of("reason", reason))
                .post("/v1/deliveries/" + delivery + "/withdrawal")
                .then();
    }

    private static JsonPath pushed(String file, UUID supersedes) {
        var request = publisher().contentType("text/csv").body(file);
        var location = (supersedes == null ? request : request.queryParam("supersedes", supersedes))
                .post(PATH)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        var id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        for (int tries = 0; tries < 200; tries++) {
            var delivery = read(id);
            if (!java.util.Set.of("RECEIVED", "READING").contains(delivery.getString("state"))) {
                return delivery;
            }
            anchorage.local.part.Pause.millis(50);
        }
        throw new AssertionError("the delivery was not read within ten seconds");
    }

    private static JsonPath read(UUID delivery) {
        return publisher()
                .get("/v1/deliveries/" + delivery)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification publisher() {
        return with(Tokens.of(ANCHOR_PUBLISHER, ANCHOR, "spend-ingest"));
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
