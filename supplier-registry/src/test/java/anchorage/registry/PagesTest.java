package anchorage.registry;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import anchorage.contracts.MentionSeen;
import anchorage.contracts.MentionsPaid;
import anchorage.local.part.Pause;
import anchorage.registry.identification.Identifications;
import anchorage.registry.identification.MentionValues;
import anchorage.testsupport.Backends;
import anchorage.testsupport.DescribedCsv;
import anchorage.testsupport.Tokens;
import anchorage.testsupport.Walk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Every list of the service, walked page by page while it grows. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PagesTest {

    private static final String AUDIENCE = "supplier-registry";
    private static final String DISTRICT = "E07000777";

    @Inject
    Identifications identifications;

    @Inject
    MentionValues values;

    @Inject
    Jdbi database;

    @Test
    void leadThroughTheSuppliersOfAPlaceWithoutThePersonsAmongThem() {
        // Given
        load("area-lookup", "LAD23CD,LAD23NM,RGN23CD,RGN23NM\n" + DISTRICT + ",Pageborough,E12000002,North West\n");
        load("nspl?date=2026-01-01", "pcds,laua\nLA77 7AA," + DISTRICT + "\n");
        var shown = new ArrayList<String>();
        for (int number = 0; number < 5; number++) {
            shown.add(supplier("Pageborough Quilts " + number, "CHARITY"));
            supplier("Ann Pageborough" + "x".repeat(number), "SOLE_TRADER");
            supplier("Bob Pageborough" + "y".repeat(number), "SOLE_TRADER");
        }

        // When
        var walked = Walk.through(
                PagesTest::analyst,
                "/v1/suppliers?limit=1&place=" + DISTRICT,
                "id",
                () -> supplier("Pageborough Quilts of Late", "CHARITY"));

        // Then
        assertThat(walked).doesNotHaveDuplicates().containsAll(shown).hasSizeBetween(5, 6);
        assertThat(walked).isSorted();
        assertThat(Walk.through(PagesTest::steward, "/v1/suppliers?limit=2&place=" + DISTRICT, "id", () -> {}))
                .hasSize(16);
    }

    @Test
    void leadThroughTheIdentificationsThoughTheirValuesDifferByLessThanAPenny() {
        // Given
        var atStake = new ArrayList<String>();
        for (var value : List.of("700.0049", "700.0031", "-700.0022", "700.0013")) {
            atStake.add(seen("Pageless Unheard " + UUID.randomUUID(), value));
        }

        // When
        var walked = Walk.through(
                PagesTest::steward,
                "/v1/identifications?state=PROVISIONAL&limit=1",
                "mention",
                () -> seen("Pageless Unheard of Late", "700.0040"));

        // Then
        assertThat(walked).doesNotHaveDuplicates().containsAll(atStake);
    }

    @Test
    void leadThroughTheMentionsOfASupplier() {
        // Given
        var name = "Pagewell Heating " + UUID.randomUUID();
        var supplier = supplier(name, "PRIVATE_COMPANY");
        var mentions = new ArrayList<String>();
        for (var value : List.of("30.00", "20.0049", "20.0031", "10.00")) {
            mentions.add(seen(name, value));
        }

        // When
        var path = "/v1/suppliers/" + supplier + "/mentions?limit=1";
        var walked = Walk.through(PagesTest::steward, path, "mention", () -> seen(name, "99.00"));

        // Then
        assertThat(walked).containsExactlyInAnyOrderElementsOf(mentions);
        assertThat(walked.get(0)).isEqualTo(mentions.get(0));
        assertThat(walked.get(3)).isEqualTo(mentions.get(3));
        var cursor = Walk.cursor(PagesTest::steward, path);
        for (var other :
                List.of(with(Tokens.of(ANALYST, AUDIENCE)), with(Tokens.of(ANCHOR_ANALYST, "anchor-one", AUDIENCE)))) {
            other.get(path + "&cursor=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/unusable-cursor"));
        }
    }

    @Test
    void leadThroughTheAlerts() {
        // Given
        for (int number = 0; number < 3; number++) {
            sharedVatNumber("GB" + (900_000_000 + number));
        }
        var before = steward().get("/v1/alerts?limit=1000").jsonPath().getList("items", Map.class);

        // When
        var walked = Walk.through(
                PagesTest::steward, "/v1/alerts?limit=1", "sentence", () -> sharedVatNumber("GB900000009"));

        // Then
        assertThat(before).hasSizeGreaterThanOrEqualTo(3);
        assertThat(walked)
                .containsSubsequence(before.stream()
                        .map(alert -> alert.get("sentence").toString())
                        .toList());
        assertThat(walked).hasSizeBetween(before.size(), before.size() + 1);
        assertThat(Walk.through(PagesTest::steward, "/v1/alerts?limit=2", "identifier", () -> {}))
                .contains("VAT:GB900000000", "VAT:GB900000001", "VAT:GB900000002", "VAT:GB900000009");
    }

    @Test
    void leadThroughTheLoadsOfRegisters() {
        // Given
        for (int times = 0; times < 3; times++) {
            load("imd", "a,b\n" + times + ",2\n");
        }
        database.useHandle(handle -> handle.execute("""
                UPDATE register_import SET received_at = (SELECT max(received_at) FROM register_import)
                WHERE id IN (SELECT id FROM register_import ORDER BY received_at DESC LIMIT 2)
                """));
        var before = steward().get("/v1/registers?limit=1000").jsonPath().getList("items.id", String.class);

        // When
        var walked = Walk.through(PagesTest::steward, "/v1/registers?limit=1", "id", () -> load("imd", "c,d\n3,4\n"));

        // Then
        assertThat(before).hasSizeGreaterThanOrEqualTo(3);
        assertThat(walked).isEqualTo(before);
    }

    @Test
    void leadThroughTheReconciliationKeys() {
        key();
        key();
        key();
        var before = steward().get("/v1/reconcile/keys?limit=1000").jsonPath().getList("items.id", String.class);

        var walked = Walk.through(PagesTest::steward, "/v1/reconcile/keys?limit=1", "id", PagesTest::key);

        assertThat(before).hasSizeGreaterThanOrEqualTo(3);
        assertThat(walked).isEqualTo(before);
    }

    @Test
    void areGivenAsCsvToo() {
        var supplier = supplier("Tabled Quilts", "CHARITY");
        seen("Tabled Unheard", "1.00");
        key();
        load("imd", "e,f\n1,2\n");
        for (var list : List.of(
                "/v1/identifications?state=PROVISIONAL",
                "/v1/suppliers/" + supplier + "/mentions",
                "/v1/alerts",
                "/v1/registers",
                "/v1/reconcile/keys",
                "/v1/suppliers?q=tabled",
                "/v1/suppliers/changes?limit=1000")) {
            var json = steward().get(list).jsonPath().getList("items").size();
            var csv = steward().accept("text/csv").get(list);
            csv.then().statusCode(200).contentType(startsWith("text/csv"));
            assertThat(csv.asString().split("\r\n")).as(list).hasSize(json + 1);
            assertThat(DescribedCsv.of(PagesTest::steward, list)).as(list).hasSize(json);
        }
        assertThat(steward()
                        .accept("text/csv")
                        .get("/v1/suppliers?q=tabled quilts")
                        .asString())
                .startsWith("id,name,provisional,names,identifiers,premises,")
                .contains(supplier + ",Tabled Quilts,false,");
    }

    /** Two names under one VAT number. */
    private void sharedVatNumber(String number) {
        for (var name : List.of("Pagevat One", "Pagevat Two")) {
            identifications.see(List.of(new MentionSeen(
                    UUID.randomUUID(),
                    "anchor-one",
                    null,
                    name + " " + number,
                    List.of("VAT:" + number),
                    null,
                    false)));
        }
    }

    private String seen(String name, String total) {
        var mention = UUID.randomUUID();
        identifications.see(List.of(new MentionSeen(mention, "anchor-one", null, name, List.of(), null, false)));
        values.hear(new MentionsPaid(
                UUID.randomUUID(),
                1,
                "anchor-one",
                null,
                List.of(new MentionsPaid.Paid(mention, 1, new BigDecimal(total)))));
        return mention.toString();
    }

    private static String supplier(String name, String ownership) {
        var described = new HashMap<String, Object>();
        described.put("name", name);
        described.put("postcode", "LA77 7AA");
        described.put("ownership", ownership);
        return steward()
                .contentType("application/json")
                .body(described)
                .post("/v1/suppliers")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private static void key() {
        steward()
                .contentType("application/json")
                .body(Map.of("purpose", "to be listed"))
                .post("/v1/reconcile/keys")
                .then()
                .statusCode(201);
    }

    private static void load(String kindAndQuery, String file) {
        var asked = kindAndQuery.split("\\?");
        var path = "/v1/registers/" + asked[0] + "/imports";
        var id = steward()
                .contentType("application/octet-stream")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(path + (asked.length > 1 ? "?" + asked[1] : ""))
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("id");
        for (int tries = 0; tries < 400; tries++) {
            var state = steward().get(path + "/" + id).jsonPath().getString("state");
            if (List.of("DONE", "REFUSED").contains(state)) {
                return;
            }
            Pause.millis(50);
        }
        throw new AssertionError("the register was not loaded within twenty seconds");
    }

    private static RequestSpecification steward() {
        return with(Tokens.of(REGISTER_STEWARD, AUDIENCE));
    }

    private static RequestSpecification analyst() {
        return with(Tokens.of(ANALYST, AUDIENCE));
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
