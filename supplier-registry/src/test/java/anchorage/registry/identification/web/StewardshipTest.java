package anchorage.registry.identification.web;

import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.registry.identification.web.Steward.analyst;
import static anchorage.registry.identification.web.Steward.fact;
import static anchorage.registry.identification.web.Steward.identified;
import static anchorage.registry.identification.web.Steward.made;
import static anchorage.registry.identification.web.Steward.steward;
import static anchorage.registry.identification.web.Steward.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import anchorage.contracts.MentionSeen;
import anchorage.contracts.MentionsPaid;
import anchorage.registry.identification.Identifications;
import anchorage.registry.identification.MentionValues;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class StewardshipTest {

    @Inject
    Identifications identifications;

    @Inject
    MentionValues values;

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
        with(Tokens.of(ANCHOR_ANALYST, "anchor-one", "supplier-registry"))
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

    private String seen(String anchor, String name) {
        var mention = UUID.randomUUID();
        identifications.see(List.of(new MentionSeen(mention, anchor, null, name, List.of(), null, false)));
        return mention.toString();
    }
}
