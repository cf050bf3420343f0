package anchorage.ingest.delivery.web;

import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static io.restassured.RestAssured.given;

import anchorage.contracts.DeliveryApplied;
import anchorage.ingest.delivery.Deliveries;
import anchorage.kit.security.Reach;
import anchorage.local.part.Pause;
import anchorage.testsupport.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An anchor's feed, as its publisher uses it. */
public record SpendFeed(String anchor) {

    private static final Set<String> UNDERWAY = Set.of("RECEIVED", "READING");

    /** Creates the anchor and the feed. */
    public void create() {
        with(Tokens.of(PLATFORM_ADMIN, "spend-ingest"))
                .contentType("application/json")
                .body(Map.of("name", "Test", "kind", "LOCAL_AUTHORITY", "homePlace", "E08000009"))
                .put("/v1/anchors/" + anchor)
                .then()
                .statusCode(200);
        publisher()
                .contentType("application/json")
                .body(Map.of("title", "Spend", "vatBasis", "NET"))
                .put("/v1/anchors/" + anchor + "/feeds/spend")
                .then()
                .statusCode(200);
    }

    /** A file of one line that no other file has. */
    public static String ledger() {
        return "Date paid,Supplier name,Net amount\n31/03/2026," + UUID.randomUUID() + " Ltd,12.50\n";
    }

    /** The answer to pushing a file, with parameters of the query. */
    public ValidatableResponse push(String file, Map<String, ?> parameters) {
        return publisher()
                .contentType("text/csv")
                .queryParams(parameters)
                .body(file)
                .post("/v1/anchors/" + anchor + "/feeds/spend/deliveries")
                .then();
    }

    /** Pushes a file and follows it until it is read. */
    public JsonPath pushed(String file, Map<String, ?> parameters) {
        var location = push(file, parameters).statusCode(202).extract().header("Location");
        var id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        for (int tries = 0; tries < 200; tries++) {
            var delivery = read(id);
            if (!UNDERWAY.contains(delivery.getString("state"))) {
                return delivery;
            }
            Pause.millis(50);
        }
        throw new AssertionError("the delivery was not read within ten seconds");
    }

    public JsonPath read(UUID delivery) {
        return publisher()
                .get("/v1/deliveries/" + delivery)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public ValidatableResponse withdraw(UUID delivery, String reason) {
        return publisher()
                .contentType("application/json")
                .body(Map.of("reason", reason))
                .post("/v1/deliveries/" + delivery + "/withdrawal")
                .then();
    }

    public RequestSpecification publisher() {
        return with(Tokens.of(ANCHOR_PUBLISHER, anchor, "spend-ingest"));
    }

    /** Says in the ledger's place that it has applied what was published. */
    public static UUID applied(Deliveries deliveries, JsonPath delivery) {
        var id = UUID.fromString(delivery.getString("id"));
        Reach.EVERY_ANCHOR.during(() -> {
            var found = deliveries.of(id);
            deliveries.applied(new DeliveryApplied(
                    id, found.attempt(), found.tally().accepted(), found.tally().net(), true, Instant.EPOCH));
        });
        return id;
    }

    public static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
