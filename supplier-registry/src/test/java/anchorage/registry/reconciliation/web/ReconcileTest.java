package anchorage.registry.reconciliation.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import anchorage.registry.DigestId;
import anchorage.registry.supplier.RegisteredSupplier;
import anchorage.registry.supplier.SupplierFact;
import anchorage.registry.supplier.SupplierFacts;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReconcileTest {

    private static final String AUDIENCE = "supplier-registry";
    private static final String BAKERY = DigestId.of("GB-COH:92000001").toString();

    @Inject
    SupplierFacts facts;

    @Inject
    Jdbi database;

    @BeforeEach
    void aBakeryIsRegistered() {
        database.useTransaction(transaction -> facts.record(
                transaction,
                List.of(new RegisteredSupplier(
                        DigestId.of("GB-COH:92000001"),
                        List.of(
                                SupplierFact.name("Yarrow <Hill> Bakery Limited"),
                                SupplierFact.identifier("GB-COH:92000001"),
                                SupplierFact.identifier("VAT:GB980780684"),
                                SupplierFact.registeredOffice("PR71AA", "1 Mill Row, PR7 1AA"),
                                SupplierFact.ownership("CO_OPERATIVE")))),
                new SupplierFacts.Source("reconcile-test", Optional.empty())));
    }

    @Test
    void tellsAnyoneWhatItIsAndOnlyTheKnownMore() {
        given().header("X-Forwarded-Host", "region.example")
                .header("X-Forwarded-Proto", "https")
                .get("/v1/reconcile")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .body("versions", hasItem("0.2"))
                .body("identifierSpace", equalTo("https://region.example/v1/suppliers/"))
                .body("preview.url", equalTo("https://region.example/v1/reconcile/preview?id={{id}}"))
                .body("suggest.entity.flyout_service_path", equalTo("/flyout/entity?id=${id}"));
        given().formParam("queries", "{\"q0\":{\"query\":\"x\"}}")
                .post("/v1/reconcile")
                .then()
                .statusCode(401);
        given().queryParam("queries", "{\"q0\":{\"query\":\"x\"}}")
                .get("/v1/reconcile")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", "*");
    }

    @Test
    void reconcilesABatchAsOpenRefineSendsIt() {
        // When
        var answer = analyst()
                .formParam(
                        "queries",
                        "{\"q0\":{\"query\":\"YARROW HILL BAKERY LTD\",\"type\":\"organisation\",\"type_strict\":\"should\","
                                + "\"limit\":5},\"q1\":{\"query\":\"Yarow Hill Bakery\",\"type\":[\"organisation\"]},"
                                + "\"q2\":{\"query\":\"" + BAKERY + "\"},\"q3\":{\"query\":\"Yarrow Hill Bakery\","
                                + "\"type\":\"charity\"},\"q4\":{\"query\":\"a baker\",\"properties\":"
                                + "[{\"pid\":\"GB-COH\",\"v\":92000001}]},\"q5\":{\"query\":\"Zyzzyva Unheard\"}}")
                .post("/v1/reconcile")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .extract()
                .jsonPath();

        // Then
        assertThat(answer.getString("q0.result[0].id")).isEqualTo(BAKERY);
        assertThat(answer.getBoolean("q0.result[0].match")).isTrue();
        assertThat(answer.getList("q0.result[0].type.id")).contains("organisation", "co-operative");
        assertThat(answer.getString("q1.result[0].id")).isEqualTo(BAKERY);
        assertThat(answer.getString("q2.result[0].id")).isEqualTo(BAKERY);
        assertThat(answer.getList("q3.result.id")).doesNotContain(BAKERY);
        assertThat(answer.getString("q4.result[0].id")).isEqualTo(BAKERY);
        assertThat(answer.getList("q5.result.findAll { it.match }")).isEmpty();
    }

    @Test
    void answersInTheShapesOfThePublishedSchemas() {
        Shapes.isManifest(answer(given().get("/v1/reconcile")));
        Shapes.areResults(answer(analyst()
                .formParam("queries", "{\"q0\":{\"query\":\"Yarrow Hill Bakery\"},\"q1\":{\"query\":\"Zyzzyva\"}}")
                .post("/v1/reconcile")));
        Shapes.isExtension(answer(analyst()
                .formParam(
                        "extend",
                        "{\"ids\":[\"" + BAKERY + "\",\"nobody\"],\"properties\":[{\"id\":\"GB-COH\"},{\"id\":\"x\"}]}")
                .post("/v1/reconcile")));
        Shapes.areSuggestions(answer(analyst().get("/v1/reconcile/suggest/entity?prefix=yarrow")));
        Shapes.areSuggestions(answer(analyst().get("/v1/reconcile/suggest/property?prefix=comp")));
        Shapes.areSuggestions(answer(analyst().get("/v1/reconcile/suggest/type?prefix=char")));
        Shapes.isProposal(answer(analyst().get("/v1/reconcile/properties?type=organisation")));
    }

    private static Map<String, Object> answer(Response response) {
        return response.then().statusCode(200).extract().jsonPath().getMap("$");
    }

    @Test
    void takesAWholeBatchOfLongNames() {
        // Given
        var batch = IntStream.range(0, 50)
                .mapToObj(at -> "\"q" + at + "\":{\"query\":\"" + "Yarrow Hill Bakery ".repeat(20) + at + "\"}")
                .collect(Collectors.joining(",", "{", "}"));

        // Then
        analyst()
                .formParam("queries", batch)
                .post("/v1/reconcile")
                .then()
                .statusCode(200)
                .body("size()", equalTo(50));
    }

    @Test
    void tellsABrowserBeforehandThatItMayAsk() {
        for (var path : List.of("/v1/reconcile", "/v1/reconcile/k/any", "/v1/reconcile/k/any/suggest/entity")) {
            given().header("Origin", "https://tool.example")
                    .header("Access-Control-Request-Method", "POST")
                    .header("Access-Control-Request-Headers", "authorization, content-type")
                    .options(path)
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", "*")
                    .header("Access-Control-Allow-Methods", containsString("POST"))
                    .header("Access-Control-Allow-Headers", containsString("Authorization"));
        }
    }

    @Test
    void fetchesValuesOfPublicPropertiesOnly() {
        analyst()
                .formParam(
                        "extend",
                        "{\"ids\":[\"" + BAKERY + "\",\"nobody\"],\"properties\":[{\"id\":\"GB-COH\"},{\"id\":\"VAT\"},"
                                + "{\"id\":\"postcode\"}]}")
                .post("/v1/reconcile")
                .then()
                .statusCode(200)
                .body("meta[0].name", equalTo("Company number"))
                .body("rows['" + BAKERY + "'].GB-COH[0].str", equalTo("92000001"))
                .body("rows['" + BAKERY + "'].postcode[0].str", equalTo("PR71AA"))
                .body("rows['" + BAKERY + "'].VAT", equalTo(List.of()))
                .body("rows", hasKey("nobody"));
        analyst()
                .get("/v1/reconcile/properties?type=organisation&limit=2")
                .then()
                .body("properties.size()", equalTo(2));
    }

    @Test
    void goesOnSuggestingWhereItLeftOff() {
        var properties = "/v1/reconcile/suggest/property?prefix=";
        var all = analyst().get(properties).jsonPath().getList("result.id");
        assertThat(all).hasSizeGreaterThan(3);
        assertThat(analyst().get(properties + "&cursor=3").jsonPath().getList("result.id"))
                .isEqualTo(all.subList(3, all.size()));
        var entities = "/v1/reconcile/suggest/entity?prefix=yarrow";
        assertThat(analyst().get(entities + "&cursor=0").jsonPath().getList("result.id"))
                .contains(BAKERY);
        assertThat(analyst().get(entities + "&cursor=500").jsonPath().getList("result"))
                .isEmpty();
        analyst().get(entities + "&cursor=-1").then().statusCode(400);
    }

    @Test
    void suggestsAndPreviewsWithoutLettingAnyHtmlThrough() {
        analyst()
                .get("/v1/reconcile/suggest/entity?prefix=yarrow hi")
                .then()
                .statusCode(200)
                .body("result[0].id", equalTo(BAKERY));
        analyst().get("/v1/reconcile/suggest/entity?prefix=" + BAKERY).then().body("result.id", hasItem(BAKERY));
        analyst().get("/v1/reconcile/suggest/type?prefix=char").then().body("result.id", hasItem("charity"));
        analyst().get("/v1/reconcile/suggest/property?prefix=comp").then().body("result.id", hasItem("GB-COH"));
        analyst()
                .get("/v1/reconcile/preview?id=" + BAKERY)
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .body(containsString("Yarrow &lt;Hill&gt; Bakery"))
                .body(not(containsString("<Hill>")));
        analyst()
                .get("/v1/reconcile/flyout/entity?id=" + BAKERY)
                .then()
                .body("id", equalTo(BAKERY))
                .body("html", containsString("&lt;Hill&gt;"));
        analyst().get("/v1/reconcile/flyout/type?id=<script>").then().body("html", not(containsString("<script>")));
        analyst().get("/v1/reconcile/preview?id=nobody").then().statusCode(404);
        analyst().get("/v1/reconcile/preview").then().statusCode(400);
    }

    @Test
    void opensToAKeyInTheAddressUntilItIsRevoked() {
        // Given
        var made = with(REGISTER_STEWARD)
                .contentType("application/json")
                .body(Map.of("purpose", "OpenRefine of the data team"))
                .post("/v1/reconcile/keys")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var path = made.getString("path");

        // Then
        given().get(path).then().statusCode(200).body("suggest.entity.service_url", containsString(path));
        given().formParam("queries", "{\"q0\":{\"query\":\"Yarrow Hill Bakery Limited\"}}")
                .post(path)
                .then()
                .statusCode(200)
                .body("q0.result[0].id", equalTo(BAKERY));
        given().get(path + "/suggest/entity?prefix=yarrow").then().statusCode(200);
        given().get("/v1/reconcile/k/guessed").then().statusCode(401);
        with(REGISTER_STEWARD)
                .delete("/v1/reconcile/keys/" + made.getString("id"))
                .then()
                .statusCode(204);
        given().get(path).then().statusCode(401);
        with(ANALYST).get("/v1/reconcile/keys").then().statusCode(403);
    }

    @Test
    void refusesWhatIsNoBatch() {
        analyst().formParam("queries", "[]").post("/v1/reconcile").then().statusCode(400);
        analyst().formParam("queries", "{").post("/v1/reconcile").then().statusCode(400);
        analyst()
                .formParam("queries", "{\"q0\":{}}")
                .post("/v1/reconcile")
                .then()
                .statusCode(400);
        analyst().formParam("other", "x").post("/v1/reconcile").then().statusCode(400);
    }

    private static RequestSpecification analyst() {
        return with(ANALYST);
    }

    @Test
    void writesDownWhoMadeAKeyAndNotWhatOpens() {
        // When
        var key = with(REGISTER_STEWARD)
                .contentType("application/json")
                .body(Map.of("purpose", "A key that is looked for"))
                .post("/v1/reconcile/keys")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("key");
        analyst()
                .formParam("queries", "{}")
                .post("/v1/reconcile/k/" + key)
                .then()
                .statusCode(200);

        // Then
        var deeds = with(PLATFORM_ADMIN)
                .get("/v1/audit/supplier-registry?limit=1000")
                .then()
                .statusCode(200)
                .body("items.operation", hasItem("ReconciliationKeyResource_make"))
                .extract()
                .asString();
        assertThat(deeds).doesNotContain(key);
    }

    private static RequestSpecification with(String role) {
        return given().header("Authorization", "Bearer " + Tokens.of(role, AUDIENCE));
    }
}
