package anchorage.registry.identification.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import anchorage.contracts.MentionSeen;
import anchorage.contracts.MentionsPaid;
import anchorage.registry.identification.Identifications;
import anchorage.registry.identification.MentionValues;
import anchorage.registry.identification.Stewardship;
import anchorage.registry.supplier.SupplierMerges;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class StewardshipTest {

    private static final String AUDIENCE = "supplier-registry";

    @Inject
    Identifications identifications;

    @Inject
    MentionValues values;

    @Inject
    Stewardship stewardship;

    @Inject
    SupplierMerges merges;

    @Inject
    Jdbi database;

    @Test
    void decidesOnceForEveryAnchorAndUndoes() {
        // Given
        var supplier = made("Brun Valley Archive Trust", "GB-CHC:9100001");
        var one = seen("anchor-one", "B V Archives");
        var other = seen("anchor-two", "B.V. Archives");

        // When
        steward()
                .body(Map.of("supplier", supplier, "reason", "the charity's letterhead"))
                .post("/v1/identifications/" + one + "/decision")
                .then()
                .statusCode(200)
                .body("method", equalTo("steward"))
                .body("supplier", equalTo(supplier));

        // Then
        assertThat(identified(other).getString("identification.supplier")).isEqualTo(supplier);
        assertThat(identified(other).getString("identification.explanation")).contains("letterhead");
        steward().delete("/v1/identifications/" + one + "/decision").then().statusCode(200);
        assertThat(identified(other).getString("identification.state")).isNotEqualTo("DECIDED");
        assertThat(identified(one).getList("stewardDecisions")).hasSize(1);
        assertThat(identified(one).getString("stewardDecisions[0].undoneBy")).isEqualTo("test-client");
        steward().delete("/v1/identifications/" + one + "/decision").then().statusCode(404);
    }

    @Test
    void neverMergesWhatAStewardPinned() {
        // Given
        var supplier = made("Calder Edge Housing Ltd", "GB-COH:91000002");
        var mention = seen("anchor-one", "Calder Edge Housing");
        assertThat(identified(mention).getString("identification.supplier")).isEqualTo(supplier);

        // When
        steward()
                .body(Map.of("neverMerge", supplier, "reason", "the older society of that name"))
                .post("/v1/identifications/" + mention + "/decision")
                .then()
                .statusCode(200);

        // Then
        assertThat(identified(mention).getString("identification.state")).isEqualTo("PROVISIONAL");
        assertThat(identified(seen("anchor-two", "CALDER EDGE HOUSING")).getString("identification.supplier"))
                .isNotEqualTo(supplier);
    }

    @Test
    void makesASupplierThatNoRegisterHas() {
        // Given
        var mention = seen("anchor-one", "Irk Bank Allotment Holders");

        // When
        var decided = steward()
                .body("{\"newSupplier\": true, \"reason\": \"the parish list\"}")
                .post("/v1/identifications/" + mention + "/decision")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(decided.getString("state")).isEqualTo("DECIDED");
        analyst()
                .get("/v1/suppliers/" + decided.getString("supplier"))
                .then()
                .statusCode(200)
                .body("name", equalTo("Irk Bank Allotment Holders"))
                .body("names[0].recordedBy", equalTo("test-client"));
    }

    @Test
    void asksForExactlyOneThingAndAReason() {
        var mention = seen("anchor-one", "Nobody In Particular 77");
        steward()
                .body(Map.of("reason", "none"))
                .post("/v1/identifications/" + mention + "/decision")
                .then()
                .statusCode(400);
        steward()
                .body(Map.of("supplier", UUID.randomUUID(), "reason", ""))
                .post("/v1/identifications/" + mention + "/decision")
                .then()
                .statusCode(400);
        steward()
                .body(Map.of("supplier", UUID.randomUUID(), "reason", "x"))
                .post("/v1/identifications/" + mention + "/decision")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-supplier"));
        steward()
                .body(Map.of("newSupplier", true, "reason", "x"))
                .post("/v1/identifications/" + UUID.randomUUID() + "/decision")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-mention"));
    }

    @Test
    void leadsFromAMergedSupplierToItsSuccessorAndBack() {
        // Given
        var old = made("Spodden Textile Recovery Ltd", "GB-COH:91000011");
        var successor = made("Spodden Recovery Group Ltd", "GB-COH:91000012");
        var mention = seen("anchor-one", "Spodden Textile Recovery");
        assertThat(identified(mention).getString("identification.supplier")).isEqualTo(old);
        var before = Instant.now();

        // When
        var merge = steward()
                .body(Map.of("into", successor, "reason", "amalgamated"))
                .post("/v1/suppliers/" + old + "/merges")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");

        // Then
        analyst()
                .redirects()
                .follow(false)
                .get("/v1/suppliers/" + old)
                .then()
                .statusCode(308)
                .header("Location", endsWith("/v1/suppliers/" + successor));
        analyst()
                .get("/v1/suppliers/" + successor)
                .then()
                .body("names.value", hasItems("Spodden Textile Recovery Ltd", "Spodden Recovery Group Ltd"));
        analyst()
                .queryParam("asOf", before.toString())
                .get("/v1/suppliers/" + old)
                .then()
                .statusCode(200)
                .body("name", equalTo("Spodden Textile Recovery Ltd"));
        assertThat(identified(mention).getString("identification.supplier")).isEqualTo(successor);
        steward()
                .body(Map.of("into", old, "reason", "a circle"))
                .post("/v1/suppliers/" + successor + "/merges")
                .then()
                .statusCode(409);
        steward().delete("/v1/suppliers/" + old + "/merges/" + merge).then().statusCode(204);
        analyst().get("/v1/suppliers/" + old).then().statusCode(200);
        assertThat(identified(mention).getString("identification.supplier")).isEqualTo(old);
        analyst()
                .get("/v1/suppliers/" + old + "/history")
                .then()
                .body("merges", hasSize(1))
                .body("merges[0].undoneBy", equalTo("test-client"));
    }

    @Test
    void settlesAMergeWhoseUndoingACrashBrokeOff() {
        // Given
        var old = made("Naden Valley Glass Ltd", "GB-COH:91000015");
        var successor = made("Naden Group Ltd", "GB-COH:91000016");
        var mention = seen("anchor-one", "Naden Valley Glass");
        var merge = merged(old, successor);
        assertThat(identified(mention).getString("identification.supplier")).isEqualTo(successor);

        // When
        database.useTransaction(transaction -> merges.undo(transaction, merge, "a steward"));
        assertThat(identified(mention).getString("identification.supplier")).isEqualTo(successor);
        stewardship.settle();

        // Then
        assertThat(identified(mention).getString("identification.supplier")).isEqualTo(old);
    }

    @Test
    void leavesAMergeThatIsUndoneMeanwhileForItsOwnSettling() {
        // Given
        var one = made("Naden Ironworks Ltd", "GB-COH:91000017");
        var other = made("Naden Ropes Ltd", "GB-COH:91000018");
        var successor = made("Naden Holdings Ltd", "GB-COH:91000019");
        var mention = seen("anchor-one", "Naden Ropes");
        var first = merged(one, successor);
        var second = merged(other, successor);
        database.useTransaction(transaction -> merges.undo(transaction, first, "a steward"));
        var read = merges.unsettled();

        // When
        database.useTransaction(transaction -> merges.undo(transaction, second, "another"));
        database.useTransaction(transaction -> merges.settle(transaction, read));
        stewardship.settle();

        // Then
        assertThat(identified(mention).getString("identification.supplier")).isEqualTo(other);
    }

    private static UUID merged(String supplier, String into) {
        return UUID.fromString(steward()
                .body(Map.of("into", into, "reason", "amalgamated"))
                .post("/v1/suppliers/" + supplier + "/merges")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id"));
    }

    @Test
    void splitsAPartOffWithItsFactsAndMentions() {
        // Given
        var whole = made("Ribble Quay Trading Ltd", "GB-COH:91000021");
        steward()
                .body(Map.of("kind", "NAME", "value", "Ribble Quay Cafe", "role", "TRADING", "evidence", "menu"))
                .post("/v1/suppliers/" + whole + "/facts")
                .then()
                .statusCode(200);
        var mention = seen("anchor-one", "Ribble Quay Cafe");
        assertThat(identified(mention).getString("identification.supplier")).isEqualTo(whole);
        var fact = analyst()
                .get("/v1/suppliers/" + whole)
                .then()
                .extract()
                .jsonPath()
                .getLong("names.find { it.role == 'TRADING' }.id");

        // When
        var part = steward()
                .body(Map.of(
                        "name",
                        "Ribble Quay Cafe Co-operative",
                        "facts",
                        List.of(fact),
                        "mentions",
                        List.of(mention),
                        "reason",
                        "bought out by its staff"))
                .post("/v1/suppliers/" + whole + "/splits")
                .then()
                .statusCode(201)
                .body("names.value", hasItems("Ribble Quay Cafe", "Ribble Quay Cafe Co-operative"))
                .extract()
                .jsonPath()
                .getString("id");

        // Then
        assertThat(identified(mention).getString("identification.supplier")).isEqualTo(part);
        analyst().get("/v1/suppliers/" + whole).then().body("names.value", not(hasItem("Ribble Quay Cafe")));
        analyst()
                .get("/v1/suppliers/" + whole + "/history")
                .then()
                .body("supplier.names.value", hasItem("Ribble Quay Cafe"));
    }

    /** A mutual is bought by a public company: who asks on a day before the sale still sees the mutual. */
    @Test
    void knowsOwnershipThroughTime() {
        // Given
        var mutual = made("Douglas Valley Dairy Co-operative", "GB-COH:91000031");
        fact(
                mutual,
                Map.of("kind", "OWNERSHIP", "value", "co-operative", "validUntil", "2024-04-01", "evidence", "rules"));
        var before = Instant.now();
        fact(
                mutual,
                Map.of(
                        "kind",
                        "OWNERSHIP",
                        "value",
                        "PLC",
                        "validFrom",
                        "2024-04-01",
                        "evidence",
                        "stock exchange notice"));

        // Then
        analyst()
                .get("/v1/suppliers/" + mutual + "?on=2024-03-31")
                .then()
                .body("ownership.value", equalTo(List.of("CO_OPERATIVE")));
        analyst()
                .get("/v1/suppliers/" + mutual + "?on=2024-04-01")
                .then()
                .body("ownership.value", equalTo(List.of("PLC")))
                .body("ownership[0].evidence", equalTo("stock exchange notice"));
        analyst()
                .queryParam("asOf", before.toString())
                .get("/v1/suppliers/" + mutual + "?on=2024-04-01")
                .then()
                .body("ownership", empty());
    }

    @Test
    void showsNoSoleTraderToOtherAnchors() {
        // Given
        var trader = steward()
                .body(Map.of("name", "Fernlea Window Cleaning", "ownership", "sole trader"))
                .post("/v1/suppliers")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");

        // Then
        steward().get("/v1/suppliers/" + trader).then().statusCode(200);
        analyst().get("/v1/suppliers/" + trader).then().statusCode(404);
        analyst().get("/v1/suppliers?q=Fernlea Window").then().body("items.id", not(hasItem(trader)));
        analyst()
                .body(Map.of("queries", List.of(Map.of("name", "Fernlea Window Cleaning"))))
                .post("/v1/match")
                .then()
                .statusCode(200)
                .body("matches[0].state", equalTo("NONE"))
                .body("matches[0].candidates.supplier", not(hasItem(trader)));
    }

    @Test
    void saysWhoNamesCouldBeWithoutStoringAnything() {
        // Given
        var supplier = made("Etherow Print Works Ltd", "GB-COH:91000041");

        // When
        var answer = analyst()
                .body(Map.of(
                        "queries",
                        List.of(
                                Map.of("id", "a", "name", "ETHEROW PRINT WORKS"),
                                Map.of("id", "b", "identifiers", List.of("GB-COH:91000041")),
                                Map.of("id", "c", "name", "Etherow Prnt Works Limited"),
                                Map.of("id", "d", "name", "Quite Unheard Of Zyzzyva"))))
                .post("/v1/match")
                .then()
                .statusCode(200)
                .body("matches.id", equalTo(List.of("a", "b", "c", "d")))
                .extract()
                .jsonPath();

        // Then
        assertThat(answer.getString("matches[0].method")).isEqualTo("exact-name");
        assertThat(answer.getString("matches[1].method")).isEqualTo("identifier");
        assertThat(answer.getString("matches[2].candidates[0].supplier")).isEqualTo(supplier);
        assertThat(answer.getList("matches[2].candidates[0].reasons")).isNotEmpty();
        assertThat(answer.getString("matches[3].state")).isEqualTo("NONE");
        analyst().body(Map.of("queries", List.of())).post("/v1/match").then().statusCode(400);
    }

    @Test
    void findsASupplierByItsBeginningASlipANumberOrAPlace() {
        // Given
        var supplier = made("Hodder Bridge Bakery Ltd", "GB-COH:91000051");

        // Then
        analyst().get("/v1/suppliers?q=hodder br").then().body("items[0].id", equalTo(supplier));
        analyst().get("/v1/suppliers?q=Hoder Bridge Bakery").then().body("items.id", hasItem(supplier));
        analyst().get("/v1/suppliers?identifier=GB-COH-91000051").then().body("items.id", equalTo(List.of(supplier)));
        analyst()
                .get("/v1/suppliers?q=hodder&place=E08000003")
                .then()
                .statusCode(200)
                .body("items", empty());
        analyst().get("/v1/suppliers?place=E99999999").then().statusCode(404);
    }

    @Test
    void showsAnAnchorItsOwnMentionsOnly() {
        // Given
        var supplier = made("Glaze Brook Roofing Ltd", "GB-COH:91000061");
        seen("anchor-one", "Glaze Brook Roofing Ltd");
        seen("anchor-two", "GLAZE BROOK ROOFING");

        // Then
        var path = "/v1/suppliers/" + supplier + "/mentions";
        analyst().get(path).then().body("items", hasSize(2));
        with(Tokens.of(ANCHOR_ANALYST, "anchor-one", AUDIENCE))
                .get(path)
                .then()
                .body("items.anchor", equalTo(List.of("anchor-one")));
    }

    @Test
    void putsTheGreatestValueAtStakeFirst() {
        // Given
        var small = seen("anchor-one", "Zeta Unheard Quilting 881");
        var great = seen("anchor-one", "Omega Unheard Quilting 882");
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        values.hear(paid(first, 1, small, "10.00"));
        values.hear(paid(first, 1, great, "99.00"));
        values.hear(paid(first, 2, small, "900000000.00"));
        values.hear(paid(first, 2, great, "1000000000.50"));
        values.hear(paid(second, 1, great, "5.00"));

        // When
        values.forget(second);

        // Then
        steward()
                .get("/v1/identifications?state=PROVISIONAL&limit=2")
                .then()
                .statusCode(200)
                .body("items.mention", equalTo(List.of(great, small)))
                .body("items.value", equalTo(List.of("1000000000.50", "900000000.00")));
        values.hear(paid(second, 1, great, "5.00"));
        var next = steward()
                .get("/v1/identifications?state=PROVISIONAL&limit=1")
                .then()
                .body("items[0].value", equalTo("1000000000.50"))
                .extract()
                .jsonPath()
                .getString("next");
        steward()
                .queryParam("cursor", next)
                .get("/v1/identifications?state=PROVISIONAL&limit=1")
                .then()
                .body("items.mention", equalTo(List.of(small)));
        steward().get("/v1/identifications?cursor=nonsense").then().statusCode(400);
    }

    private static MentionsPaid paid(UUID delivery, int attempt, String mention, String total) {
        return new MentionsPaid(
                delivery,
                attempt,
                "anchor-one",
                null,
                List.of(new MentionsPaid.Paid(UUID.fromString(mention), 1, new BigDecimal(total))));
    }

    private static void fact(String supplier, Map<String, String> fact) {
        steward().body(fact).post("/v1/suppliers/" + supplier + "/facts").then().statusCode(200);
    }

    private static String made(String name, String identifier) {
        return steward()
                .body(Map.of("name", name, "identifiers", List.of(identifier)))
                .post("/v1/suppliers")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private String seen(String anchor, String name) {
        var mention = UUID.randomUUID();
        identifications.see(List.of(new MentionSeen(mention, anchor, null, name, List.of(), null, false)));
        return mention.toString();
    }

    private static JsonPath identified(String mention) {
        return steward()
                .get("/v1/identifications/" + mention)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification steward() {
        return with(Tokens.of(REGISTER_STEWARD, AUDIENCE));
    }

    private static RequestSpecification analyst() {
        return with(Tokens.of(ANALYST, AUDIENCE));
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }
}
