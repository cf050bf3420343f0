package anchorage.ingest;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anchorage.ingest.delivery.web.SpendFeed;
import anchorage.local.part.Pause;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class AuditTest {

    private static final String LOG = "/v1/audit/spend-ingest";
    private static final SpendFeed FEED = new SpendFeed("demo-audited");

    @Inject
    Jdbi database;

    @BeforeEach
    void create() {
        FEED.create();
    }

    @Test
    void tellsWhoChangedWhatForWhom() {
        // When
        var deed = log("?anchor=demo-audited&limit=1").getMap("items[0]");

        // Then
        assertThat(deed)
                .containsEntry("client", "test-client")
                .containsEntry("roles", List.of(ANCHOR_PUBLISHER))
                .containsEntry("anchor", "demo-audited")
                .containsEntry("about", List.of("demo-audited"))
                .containsEntry("operation", "FeedResource_put")
                .containsEntry("target", "/v1/anchors/demo-audited/feeds/spend")
                .containsEntry("status", 200)
                .containsKey("at");
    }

    @Test
    void tellsWhoSawWhatAnAnchorWroteAndWhoWasRefusedIt() {
        // Given
        var path = "/v1/deliveries/"
                + FEED.pushed(SpendFeed.ledger() + "never,Nobody,1\n", Map.of()).getString("id");

        // When
        FEED.publisher().get(path + "/original").then().statusCode(200);
        FEED.publisher().accept("text/csv").get(path + "/refused-rows").then().statusCode(200);
        SpendFeed.with(Tokens.of(PLATFORM_ADMIN, "spend-ingest"))
                .get(path + "/refused-rows?limit=5")
                .then()
                .statusCode(200);
        SpendFeed.with(Tokens.of(ANALYST, "spend-ingest"))
                .get(path + "/original")
                .then()
                .statusCode(403);
        SpendFeed.with(Tokens.of(ANCHOR_PUBLISHER, "demo-other", "spend-ingest"))
                .get(path + "/original")
                .then()
                .statusCode(404);

        // Then
        var seen = awaitDeeds(path, 5);
        assertThat(seen)
                .extracting(deed -> deed.get("operation"))
                .containsExactlyInAnyOrder(
                        "DeliveryResource_original",
                        "DeliveryResource_refusedCsv",
                        "DeliveryResource_refused",
                        "DeliveryResource_original",
                        "DeliveryResource_original");
        assertThat(seen).extracting(deed -> deed.get("status")).containsExactlyInAnyOrder(200, 200, 200, 403, 404);
        assertThat(seen).extracting(deed -> deed.get("target")).contains(path + "/refused-rows?limit=5");
    }

    @Test
    void isReadByPlatformAdminsPageByPageAndNotesThat() {
        SpendFeed.with(Tokens.of(ANALYST, "spend-ingest")).get(LOG).then().statusCode(403);
        admin("/v1/audit/insight-service").statusCode(404);
        var first = log("?limit=1");
        var second = log("?limit=1&cursor=" + first.getString("next"));

        assertThat(second.getLong("items[0].id")).isLessThan(first.getLong("items[0].id"));
        assertThat(log("?limit=1").getString("items[0].operation")).isEqualTo("AuditResource_list");
        assertThat(log("?client=nobody").getList("items")).isEmpty();
        assertThat(log("?to=2020-01-01T00:00:00Z").getList("items")).isEmpty();
    }

    @Test
    void onlyGrows() {
        for (var change : List.of(
                "UPDATE audit SET client = 'somebody-else'",
                "DELETE FROM audit",
                "TRUNCATE audit",
                "INSERT INTO audit (id, at, client, roles, about, operation, method, target, status)"
                        + " VALUES (1, now(), 'x', '{}', '{}', 'x', 'x', 'x', 1)")) {
            assertThatThrownBy(() -> database.useHandle(handle -> handle.execute(change)))
                    .as(change)
                    .hasMessageMatching("(?s).*(permission denied|only grows|non-DEFAULT value).*");
        }
        database.useTransaction(transaction -> {
            transaction.execute("GRANT ALL ON audit TO CURRENT_USER");
            assertThatThrownBy(() -> transaction.execute("DELETE FROM audit")).hasMessageContaining("only grows");
            transaction.rollback();
        });
    }

    /** What was asked of that path, once that much is written: a refusal's answer does not wait for it. */
    private static List<Map<String, Object>> awaitDeeds(String path, int count) {
        for (int tries = 0; tries < 100; tries++) {
            List<Map<String, Object>> deeds = log("?limit=200").getList("items");
            var asked = deeds.stream()
                    .filter(deed -> deed.get("target").toString().startsWith(path))
                    .toList();
            if (asked.size() == count) {
                return asked;
            }
            Pause.millis(50);
        }
        throw new AssertionError("not all of it was written down");
    }

    private static JsonPath log(String query) {
        return admin(LOG + query).statusCode(200).extract().jsonPath();
    }

    private static ValidatableResponse admin(String path) {
        return SpendFeed.with(Tokens.of(PLATFORM_ADMIN, "spend-ingest"))
                .get(path)
                .then();
    }
}
