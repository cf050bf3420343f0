package anchorage.ingest.delivery.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class DeliveriesResourceTest {

    private static final String AUDIENCE = "spend-ingest";
    private static final String PATH = "/v1/anchors/demo-test/feeds/spend/deliveries";
    private static final String LEDGER = "Date paid,Supplier name,Net amount\n";

    @BeforeEach
    void anAnchorWithAFeed() {
        admin().contentType("application/json")
                .body(Map.of("name", "Test", "kind", "LOCAL_AUTHORITY", "homePlace", "E08000009"))
                .put("/v1/anchors/demo-test")
                .then()
                .statusCode(200);
        mapping("Date paid", "Supplier name", "Net amount");
    }

    @Test
    void saysForWhichReasonNoRowCouldBeRead() {
        // When
        var delivery = pushed(LEDGER + "31/03/2026,Roch Care,$100.25\n31/03/2026,Goyt,\n1/4/2026,Goyt,$7.00\n");

        // Then
        assertThat(delivery.getString("state")).isEqualTo("REFUSED");
        assertThat(delivery.getString("refused.code")).isEqualTo("no-line");
        assertThat(delivery.getString("refused.detail"))
                .contains("2 of them for foreign-currency, the first in row 1, column 'Net amount'");
    }

    @Test
    void warnsWhereAColumnSaysOtherwiseThanTheFeedOfVat() {
        // Given
        admin().contentType("application/json")
                .body(Map.of("title", "Cards", "vatBasis", "GROSS", "cadence", "MONTHLY"))
                .put("/v1/anchors/demo-test/feeds/gross")
                .then()
                .statusCode(200);

        // When
        var id = publisher()
                .contentType("text/csv")
                .body(LEDGER + "31/03/2026,Roch Care,100.00\n")
                .post("/v1/anchors/demo-test/feeds/gross/deliveries")
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");

        // Then
        assertThat(followed("/v1/deliveries/" + id).getList("warnings.code")).containsExactly("net-and-gross-mixed");
    }

    @Test
    void warnsOfAmountsThatALedgerCannotKeepWhole() {
        // When
        var delivery = pushed(LEDGER + "31/03/2026,Roch Care,100.123456\n31/03/2026,Goyt,7\n");

        // Then
        assertThat(delivery.getString("totals.net")).isEqualTo("107.12");
        assertThat(delivery.getList("warnings.code")).contains("amounts-rounded");
    }

    @Test
    void accountsForEveryRowOfADelivery() {
        // Given
        var file = LEDGER + "31/03/2026,Roch Care,100.25\n31/03/2026,Roch Care,-0.25\nsoon,Goyt,7\n,,\n,Total,100.00\n";

        // When
        var delivery = pushed(file);

        // Then
        assertThat(delivery.getMap("counts"))
                .isEqualTo(Map.of("read", 5, "accepted", 2, "refused", 1, "blank", 1, "excluded", 1));
        assertThat(delivery.getMap("totals")).isEqualTo(Map.of("net", "100.00", "credits", "-0.25", "creditLines", 1));
        assertThat(delivery.getString("state")).isEqualTo("PUBLISHED");
        assertThat(delivery.getString("problems[0].code")).isEqualTo("unreadable-date");
        publisher()
                .accept("text/csv")
                .get("/v1/deliveries/" + delivery.getString("id") + "/refused-rows")
                .then()
                .statusCode(200)
                .body(containsString("soon,Goyt,7,3,unreadable-date,Date paid,"));
        publisher()
                .get("/v1/deliveries/" + delivery.getString("id") + "/original")
                .then()
                .statusCode(200)
                .body(equalTo(file));
    }

    @Test
    void takesTheSameBytesForTheSameDelivery() {
        // Given
        var file = LEDGER + "31/03/2026,Roch Care,55.00\n";
        var first = pushed(file).getString("id");

        // When
        var second = pushed(file).getString("id");

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void refusesADeliveryThatDisagreesWithItsControlTotal() {
        // When
        var location = publisher()
                .contentType("text/csv")
                .queryParam("expectedTotal", "99.00")
                .body(LEDGER + "31/03/2026,Roch Care,98.00\n")
                .post(PATH)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");

        // Then
        var delivery = followed(location.substring(location.indexOf("/v1/")));
        assertThat(delivery.getString("state")).isEqualTo("REFUSED");
        assertThat(delivery.getString("refused.code")).isEqualTo("control-total");
        assertThat(delivery.getMap("control")).isEqualTo(Map.of("expectedTotal", "99.00", "agrees", false));
    }

    @Test
    void readsARefusedDeliveryAgainWhenItIsPushedAgain() {
        // Given
        var file = "When,Who,How much\n2026-03-31,Roch Care,12.00\n";
        var refused = pushed(file);
        assertThat(refused.getString("refused.code")).isEqualTo("header-changed");
        mapping("When", "Who", "How much");

        // When
        var again = pushed(file);

        // Then
        assertThat(again.getString("id")).isEqualTo(refused.getString("id"));
        assertThat(again.getString("state")).isEqualTo("PUBLISHED");
    }

    @Test
    void refusesBytesThatAreNotThoseThatWereSent() {
        publisher()
                .contentType("text/csv")
                .header("Repr-Digest", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:")
                .body(LEDGER + "31/03/2026,Roch Care,1\n")
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/problems/digest-mismatch"));
    }

    @Test
    void letsNobodyInWithoutAToken() {
        given().body("x")
                .contentType("text/csv")
                .post(PATH)
                .then()
                .statusCode(401)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/problems/not-authenticated"));
    }

    @Test
    void letsNoTokenInThatIsExpiredOrMeantForAnotherService() {
        for (var token : new String[] {
            Tokens.expired(PLATFORM_ADMIN, AUDIENCE), Tokens.of(PLATFORM_ADMIN, "insight-service"), "not.a.token"
        }) {
            with(token).get("/v1/anchors").then().statusCode(401).contentType(startsWith("application/problem+json"));
        }
    }

    @Test
    void letsNoAnchorActForAnother() {
        // Given
        var delivery = pushed(LEDGER + "31/03/2026,Roch Care,77.00\n").getString("id");
        var other = Tokens.of(ANCHOR_PUBLISHER, "demo-other", AUDIENCE);

        // Then
        with(other).contentType("text/csv").body("x").post(PATH).then().statusCode(403);
        for (var path : new String[] {"", "/refused-rows", "/original"}) {
            with(other)
                    .get("/v1/deliveries/" + delivery + path)
                    .then()
                    .statusCode(404)
                    .contentType(startsWith("application/problem+json"))
                    .body("detail", equalTo("There is no delivery " + delivery + "."));
        }
        with(Tokens.of(ANALYST, AUDIENCE))
                .contentType("text/csv")
                .body("x")
                .post(PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void showsAnAnalystWhyRowsWereRefusedAndNotWhatStandsInThem() {
        // Given
        var file = LEDGER + "soon,Ann Example,7\n";

        // When
        var delivery = pushed(file).getString("id");

        // Then
        publisher()
                .get("/v1/deliveries/" + delivery)
                .then()
                .body("problems[0].sample[0].cells", hasItem("Ann Example"));
        for (var path : new String[] {"", "/events"}) {
            var seen = with(Tokens.of(ANALYST, AUDIENCE))
                    .get("/v1/deliveries/" + delivery + path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(seen).contains("\"unreadable-date\",\"count\":1").doesNotContain("Ann Example");
        }
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        admin().contentType("application/json")
                .body(Map.of("name", "", "kind", "LOCAL_AUTHORITY", "homePlace", "Trafford"))
                .put("/v1/anchors/demo-wrong")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid"))
                .body("errors.pointer", equalTo(java.util.List.of("/homePlace", "/name")));
        admin().contentType("application/json")
                .body("{\"nam\": 1}")
                .put("/v1/anchors/demo-wrong")
                .then()
                .statusCode(400)
                .body("detail", containsString("no field 'nam'"));
        publisher()
                .contentType("text/csv")
                .body("x")
                .post("/v1/anchors/demo-test/feeds/none/deliveries")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-feed"));
        admin().get("/v1/nothing").then().statusCode(404).contentType(startsWith("application/problem+json"));
    }

    private static void mapping(String paidOn, String supplierName, String amount) {
        publisher()
                .contentType("application/json")
                .body(Map.of(
                        "title", "Spend",
                        "vatBasis", "NET",
                        "mapping",
                                Map.of(
                                        "columns",
                                        Map.of("paidOn", paidOn, "supplierName", supplierName, "amount", amount))))
                .put("/v1/anchors/demo-test/feeds/spend")
                .then()
                .statusCode(200);
    }

    private static JsonPath pushed(String file) {
        var location = publisher()
                .contentType("text/csv")
                .header("Content-Disposition", "attachment; filename=\"ledger.csv\"")
                .body(file)
                .post(PATH)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return followed(location.substring(location.indexOf("/v1/")));
    }

    private static JsonPath followed(String path) {
        for (int tries = 0; tries < 200; tries++) {
            var delivery =
                    publisher().get(path).then().statusCode(200).extract().jsonPath();
            if (!java.util.Set.of("RECEIVED", "READING").contains(delivery.getString("state"))) {
                return delivery;
            }
            anchorage.local.part.Pause.millis(50);
        }
        throw new AssertionError("the delivery was not read within ten seconds");
    }

    private static RequestSpecification admin() {
        return with(Tokens.of(PLATFORM_ADMIN, AUDIENCE));
    }

    private static RequestSpecification publisher() {
        return with(Tokens.of(ANCHOR_PUBLISHER, "demo-test", AUDIENCE));
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
