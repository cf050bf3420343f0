package anchorage.registry.register.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import anchorage.contracts.MentionSeen;
import anchorage.local.part.Pause;
import anchorage.registry.identification.Identifications;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class RegisterResourceTest {

    private static final String AUDIENCE = "supplier-registry";
    private static final String EMPLOYERS =
            "EmployerName,Address,CompanyNumber\n\"Croal & Roch, Limited\",\"1 Mill Row,\nBolton,\nBL1 1AA\",226143\n";

    @Inject
    Identifications identifications;

    @Inject
    Jdbi database;

    @Inject
    anchorage.registry.identification.DecidedMentions mentions;

    @Test
    void loadsARegisterTwiceWithoutChangingAnId() {
        // Given
        loaded("organisations", EMPLOYERS);
        var first = found("croal and roch").getString("items[0].id");

        // When
        loaded("organisations", EMPLOYERS.replace("BL1 1AA", "BL1 1AB"));

        // Then
        var again = found("Croal & Roch Ltd");
        assertThat(again.getList("items")).hasSize(1);
        assertThat(again.getString("items[0].id")).isEqualTo(first);
        assertThat(again.getString("items[0].identifiers[0].value")).isEqualTo("GB-COH:00226143");
        assertThat(again.getList("items[0].premises.postcode")).containsExactly("BL11AB");
    }

    @Test
    void identifiesAgainWhomOnlyTheirAnchorKnewWhenARegisterComes() {
        // Given
        var mention = UUID.randomUUID();
        identifications.see(
                List.of(new MentionSeen(mention, "an-anchor", null, "Tonge Vale Ltd", List.of(), null, false)));
        assertThat(method(mention)).isEqualTo("none");

        // When
        loaded("organisations", "Name,Company Number,Postcode\nTONGE VALE LIMITED,11111111,M1 1AA\n");

        // Then
        assertThat(method(mention)).isEqualTo("exact-name");
    }

    @Test
    void looksAtAllUnidentifiedMentionsAfterALoadThatACrashBrokeOff() {
        // Given
        var file = "Name,Company Number,Postcode\nHARPER GREEN LOOMS LIMITED,11111112,M1 1AA\n";
        loaded("organisations", file);
        var mention = UUID.randomUUID();
        identifications.see(
                List.of(new MentionSeen(mention, "an-anchor", null, "Harper Green Looms Ltd", List.of(), null, false)));
        // What a load that dies between its facts and its decisions leaves: nobody was found, and all is stored.
        database.useHandle(handle -> handle.execute(
                "UPDATE identification SET method = 'none', state = 'PROVISIONAL' WHERE mention = ?", mention));

        // When
        loaded("organisations", file);
        assertThat(method(mention)).isEqualTo("none");
        database.useHandle(handle -> handle.execute("""
                UPDATE register_import SET state = 'READING', finished_at = NULL WHERE id = (
                    SELECT id FROM register_import ORDER BY received_at DESC LIMIT 1)
                """));

        // Then
        for (int tries = 0; tries < 200 && method(mention).equals("none"); tries++) {
            Pause.millis(50);
        }
        assertThat(method(mention)).isEqualTo("exact-name");
    }

    @Test
    void neverIdentifiesARealMentionAsADemonstrationSupplier() {
        // Given
        loaded("organisations?source=demo-region", "Name,Company Number\nMedlock Mill Limited,ZD000001\n");
        var real = UUID.randomUUID();
        var demonstration = UUID.randomUUID();

        // When
        identifications.see(List.of(
                new MentionSeen(real, "an-anchor", null, "Medlock Mill Ltd", List.of(), null, false),
                new MentionSeen(demonstration, "demo-anchor", null, "Medlock Mill Ltd", List.of(), null, false)));

        // Then
        assertThat(method(real)).isEqualTo("none");
        assertThat(method(demonstration)).isEqualTo("exact-name");
    }

    @Test
    void findsTheDistrictOfAPostcode() {
        // When
        loaded("code-point-open", "\"M2  5DB\",10,383825,398598,\"E92\",\"E19\",\"E18\",\"\",\"E08000003\",\"E05\"\n");

        // Then
        steward()
                .get("/v1/places?postcode=m2 5db")
                .then()
                .statusCode(200)
                .body("code", equalTo("E08000003"))
                .body("name", equalTo("Manchester"))
                .body("within", hasSize(3));
        steward()
                .get("/v1/places?postcode=M9 9ZZ")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-postcode"));
    }

    @Test
    void refusesAFileThatIsNotOfItsRegister() {
        assertThat(load("area-lookup", "name,colour\nx,red\n").getString("state"))
                .isEqualTo("REFUSED");
        assertThat(load("code-point-open", "name,colour\nx,red\n").getString("problem"))
                .contains("ninth");
        assertThat(load("organisations", "colour\nred\n").getString("problem")).contains("mapping");
        steward()
                .contentType("text/csv")
                .body("x")
                .post("/v1/registers/moon/imports")
                .then()
                .statusCode(404);
    }

    @Test
    void letsOnlyStewardsLoadAndDecide() {
        given().get("/v1/suppliers?q=x").then().statusCode(401).contentType(startsWith("application/problem+json"));
        with(Tokens.of(ANALYST, AUDIENCE))
                .body("x")
                .contentType("text/csv")
                .post("/v1/registers/organisations/imports")
                .then()
                .statusCode(403);
        with(Tokens.of(ANCHOR_PUBLISHER, "an-anchor", AUDIENCE))
                .get("/v1/identifications")
                .then()
                .statusCode(403);
        with(Tokens.of(ANALYST, "spend-ingest")).get("/v1/suppliers?q=x").then().statusCode(401);
        with(Tokens.of(ANALYST, AUDIENCE)).get("/v1/suppliers").then().statusCode(400);
    }

    private String method(UUID mention) {
        return java.util.stream.Stream.of("DECIDED", "PROVISIONAL")
                .flatMap(state -> mentions.inState(state, java.util.Optional.empty(), 1000).stream())
                .filter(decided -> decided.mention().equals(mention))
                .findFirst()
                .orElseThrow()
                .method();
    }

    private static JsonPath found(String name) {
        return with(Tokens.of(ANALYST, AUDIENCE))
                .queryParam("q", name)
                .get("/v1/suppliers")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void loaded(String kindAndQuery, String file) {
        assertThat(load(kindAndQuery, file).getString("state")).isEqualTo("DONE");
    }

    private static JsonPath load(String kindAndQuery, String file) {
        var kind = kindAndQuery.split("\\?")[0];
        var query = kindAndQuery.contains("?") ? "?" + kindAndQuery.split("\\?")[1] : "";
        var id = steward()
                .contentType("text/csv")
                .body(file)
                .post("/v1/registers/" + kind + "/imports" + query)
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("id");
        for (int tries = 0; tries < 200; tries++) {
            var now = steward()
                    .get("/v1/registers/" + kind + "/imports/" + id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            if (List.of("DONE", "REFUSED").contains(now.getString("state"))) {
                return now;
            }
            Pause.millis(50);
        }
        throw new AssertionError("the register was not loaded within ten seconds");
    }

    private static RequestSpecification steward() {
        return with(Tokens.of(REGISTER_STEWARD, AUDIENCE));
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
