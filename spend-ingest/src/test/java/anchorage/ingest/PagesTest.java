package anchorage.ingest;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import anchorage.ingest.delivery.web.SpendFeed;
import anchorage.kit.security.Reach;
import anchorage.testsupport.Backends;
import anchorage.testsupport.DescribedCsv;
import anchorage.testsupport.Tokens;
import anchorage.testsupport.Walk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every list of the service, walked page by page while it grows. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PagesTest {

    private static final String MAPPING = """
            {"title": "Spend", "mapping": {"columns": {"paidOn": "When", "supplierName": "Name %d", "amount": "Amount"}}}
            """;

    private final SpendFeed feed =
            new SpendFeed("demo-page-" + UUID.randomUUID().toString().substring(0, 8));

    @Inject
    Jdbi database;

    @BeforeEach
    void anAnchorWithAFeed() {
        feed.create();
    }

    @Test
    void leadThroughTheAnchors() {
        // Given
        var own = List.of(feed.anchor(), feed.anchor() + "-b", feed.anchor() + "-c");
        new SpendFeed(own.get(2)).create();
        new SpendFeed(own.get(1)).create();

        // When
        var walked = Walk.through(PagesTest::admin, "/v1/anchors?limit=2", "id", () -> {
            new SpendFeed(feed.anchor() + "-d").create();
            new SpendFeed("demo-a-" + UUID.randomUUID()).create();
        });

        // Then
        assertThat(walked).doesNotHaveDuplicates().containsSubsequence(own);
    }

    @Test
    void leadThroughTheFeeds() {
        for (var id : List.of("c", "e", "a")) {
            describe(id, "{}");
        }

        var walked = Walk.through(feed::publisher, path("/feeds?limit=1"), "id", () -> {
            describe("b", "{}");
            describe("0", "{}");
        });

        assertThat(walked).containsExactly("a", "b", "c", "e", "spend");
    }

    @Test
    void leadThroughTheMappingsOfAFeed() {
        for (int version = 1; version <= 3; version++) {
            describe("spend", MAPPING.formatted(version));
        }

        var walked = Walk.through(
                feed::publisher,
                path("/feeds/spend/mappings?limit=1"),
                "version",
                () -> describe("spend", MAPPING.formatted(4)));

        assertThat(walked).containsExactly("3", "2", "1");
    }

    @Test
    void leadThroughThePresets() {
        var all = feed.publisher().get("/v1/mapping-presets").jsonPath().getList("items.id", String.class);

        assertThat(Walk.through(feed::publisher, "/v1/mapping-presets?limit=1", "id", () -> {}))
                .hasSizeGreaterThan(1)
                .isEqualTo(all);
    }

    @Test
    void leadThroughTheDeliveriesOfAFeed() {
        // Given
        var pushed = new ArrayList<String>();
        for (int times = 0; times < 4; times++) {
            pushed.add(0, feed.pushed(SpendFeed.ledger(), Map.of()).getString("id"));
        }
        receivedAtOneMoment(pushed.get(1), pushed.get(2));

        // When
        var walked = Walk.through(
                feed::publisher,
                path("/feeds/spend/deliveries?limit=1"),
                "id",
                () -> feed.pushed(SpendFeed.ledger(), Map.of()));

        // Then
        assertThat(walked).containsExactlyInAnyOrderElementsOf(pushed);
        assertThat(walked.get(0)).isEqualTo(pushed.get(0));
        assertThat(walked.get(3)).isEqualTo(pushed.get(3));
    }

    @Test
    void leadThroughTheRefusedRows() {
        var delivery = feed.pushed(SpendFeed.ledger() + "never,A Ltd,1\nnever,B Ltd,1\nnever,C Ltd,1\n", Map.of());
        var rows = "/v1/deliveries/" + delivery.getString("id") + "/refused-rows?limit=1";

        assertThat(Walk.through(feed::publisher, rows, "row", () -> {})).containsExactly("2", "3", "4");
    }

    @Test
    void leadThroughTheAlertsOfAnAnchor() {
        // Given
        for (var id : List.of("c", "a", "b")) {
            describe(id, "{\"cadence\": \"MONTHLY\"}");
        }
        olderByDays(200);

        // When
        var walked = Walk.through(feed::publisher, path("/alerts?limit=1"), "feed", () -> {
            describe("0", "{\"cadence\": \"MONTHLY\"}");
            olderByDays(200);
        });

        // Then
        assertThat(walked).containsExactly("a", "b", "c", "spend");
    }

    @Test
    void leadThroughTheWebhooksAndTheirNotices() {
        // Given
        var made = new ArrayList<>(List.of(webhook(), webhook(), webhook()));

        // When
        var walked = Walk.through(feed::publisher, "/v1/webhooks?limit=1", "id", () -> made.add(webhook()));

        // Then
        assertThat(walked).isEqualTo(made);
        var notices = "/v1/webhooks/" + made.get(0);
        var told = new ArrayList<String>();
        for (int times = 0; times < 3; times++) {
            told.add(0, notice(notices));
        }
        assertThat(Walk.through(feed::publisher, notices + "/notices?limit=1", "id", () -> notice(notices)))
                .isEqualTo(told);
    }

    @Test
    void leadThroughTheAuditLog() {
        var audit = "/v1/audit/spend-ingest?anchor=" + feed.anchor();
        describe("a", "{}");
        var before = admin().get(audit).jsonPath().getList("items.id", String.class);

        var walked = Walk.through(PagesTest::admin, audit + "&limit=1", "id", () -> describe("b", "{}"));

        assertThat(before).hasSizeGreaterThan(1);
        assertThat(walked).isEqualTo(before);
    }

    @Test
    void takeACursorOnlyBackFromItsCallerForItsListWithItsFilters() {
        // Given
        describe("other", "{}");
        for (int times = 0; times < 2; times++) {
            feed.pushed(SpendFeed.ledger(), Map.of());
        }
        var list = path("/feeds/spend/deliveries");
        var cursor = Walk.cursor(feed::publisher, list + "?limit=1");

        // Then
        feed.publisher().get(list + "?cursor=" + cursor).then().statusCode(200);
        assertUnusable(feed.publisher(), path("/feeds/other/deliveries"), cursor);
        assertUnusable(feed.publisher(), path("/feeds"), cursor);
        assertUnusable(feed.publisher(), list + "?from=2025-04-01", cursor);
        assertUnusable(SpendFeed.with(Tokens.of(ANALYST, "spend-ingest")), list, cursor);
        assertUnusable(SpendFeed.with(Tokens.of(ANCHOR_ANALYST, feed.anchor(), "spend-ingest")), list, cursor);
        for (var former : List.of("0", "demo-royal", UUID.randomUUID().toString(), cursor + "A")) {
            assertUnusable(feed.publisher(), list, former);
        }
    }

    @Test
    void tellACallerOfAnotherAnchorNothingByACursor() {
        for (int times = 0; times < 2; times++) {
            feed.pushed(SpendFeed.ledger(), Map.of());
        }
        var list = path("/feeds/spend/deliveries");
        var cursor = Walk.cursor(feed::publisher, list + "?limit=1");

        SpendFeed.with(Tokens.of(ANCHOR_PUBLISHER, "demo-other", "spend-ingest"))
                .get(list + "?cursor=" + cursor)
                .then()
                .statusCode(403);
    }

    @Test
    void endWithoutALink() {
        var all = admin().get(path("/feeds"));

        assertThat(all.headers().getValues("Link")).isEmpty();
    }

    @Test
    void areDescribedAsCsv() {
        // Given
        var hook = webhook();
        notice("/v1/webhooks/" + hook);
        describe("spend", MAPPING.formatted(1));
        describe("monthly", "{\"cadence\": \"MONTHLY\"}");
        olderByDays(200);
        feed.pushed(SpendFeed.ledger(), Map.of("expectedLines", 1, "expectedTotal", "12.50"));
        feed.pushed("nothing,that is,a ledger\n1,2,3\n", Map.of());

        for (var list : List.of(
                path("/feeds"),
                path("/feeds/spend/mappings"),
                path("/feeds/spend/deliveries?limit=10"),
                path("/alerts"),
                "/v1/deliveries/changes?limit=10",
                "/v1/mapping-presets",
                "/v1/webhooks",
                "/v1/webhooks/" + hook + "/notices")) {
            assertThat(DescribedCsv.of(feed::publisher, list)).as(list).isNotEmpty();
        }
        for (var list : List.of("/v1/anchors", "/v1/audit/spend-ingest?anchor=" + feed.anchor())) {
            assertThat(DescribedCsv.of(PagesTest::admin, list)).as(list).isNotEmpty();
        }
    }

    private static void assertUnusable(RequestSpecification client, String list, String cursor) {
        client.get(list + (list.contains("?") ? "&" : "?") + "cursor=" + cursor)
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/problems/unusable-cursor"));
    }

    private void describe(String id, String description) {
        feed.publisher()
                .contentType("application/json")
                .body(description)
                .put(path("/feeds/" + id))
                .then()
                .statusCode(200);
    }

    private String webhook() {
        return feed.publisher()
                .contentType("application/json")
                .body(Map.of("title", "Test", "address", "http://127.0.0.1:9/", "events", List.of("delivery.applied")))
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("webhook.id");
    }

    private String notice(String webhook) {
        return feed.publisher()
                .post(webhook + "/test")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private void receivedAtOneMoment(String one, String other) {
        Reach.EVERY_ANCHOR.during(() -> database.useHandle(handle -> handle.execute(
                "UPDATE delivery SET received_at = (SELECT received_at FROM delivery WHERE id = CAST(? AS uuid))"
                        + " WHERE id = CAST(? AS uuid)",
                one,
                other)));
    }

    private void olderByDays(int days) {
        Reach.EVERY_ANCHOR.during(() -> database.useHandle(handle -> handle.execute(
                "UPDATE feed SET updated_at = updated_at - make_interval(days => ?) WHERE anchor = ?",
                days,
                feed.anchor())));
    }

    private String path(String rest) {
        return "/v1/anchors/" + feed.anchor() + rest;
    }

    private static RequestSpecification admin() {
        return SpendFeed.with(Tokens.of(PLATFORM_ADMIN, "spend-ingest"));
    }
}
