package anchorage.ingest.webhook.web;

import static anchorage.ingest.delivery.web.SpendFeed.ledger;
import static anchorage.ingest.delivery.web.SpendFeed.with;
import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import anchorage.contracts.DeliveryApplied;
import anchorage.contracts.ReviewNeeded;
import anchorage.contracts.Topics;
import anchorage.ingest.delivery.Deliveries;
import anchorage.ingest.delivery.web.SpendFeed;
import anchorage.ingest.webhook.NoticeSchemas;
import anchorage.ingest.webhook.Receiver;
import anchorage.ingest.webhook.Receiver.Received;
import anchorage.kit.security.Reach;
import anchorage.local.part.Pause;
import anchorage.outbox.Outbox;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import com.standardwebhooks.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks as an anchor and the combined authority use them, with a receiver of their own. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class WebhooksTest {

    private final SpendFeed feed = new SpendFeed("demo-told-" + UUID.randomUUID());
    private final Receiver receiver = new Receiver();

    @Inject
    Deliveries deliveries;

    @Inject
    Jdbi database;

    @Inject
    Outbox outbox;

    @BeforeEach
    void anAnchorWithAFeed() {
        feed.create();
    }

    @AfterEach
    void deleteTheRegionsWebhooks() {
        receiver.close();
        Reach.EVERY_ANCHOR.during(
                () -> database.useHandle(handle -> handle.execute("DELETE FROM webhook WHERE anchor IS NULL")));
    }

    @Test
    void tellsOfADeliveryThatIsAppliedOnceAndSigned() throws Exception {
        // Given
        var made = made(feed.publisher(), List.of("delivery.applied", "delivery.refused"));
        var pushed = feed.pushed(ledger(), Map.of());

        // When
        var delivery = SpendFeed.applied(deliveries, pushed);
        SpendFeed.applied(deliveries, pushed);

        // Then
        var came = receiver.next();
        new Webhook(made.getString("secret")).verify(came.body(), headers(came));
        var notice = JsonPath.from(came.body());
        assertThat(notice.getString("type")).isEqualTo("delivery.applied");
        assertThat(NoticeSchemas.violations(came.body())).isEmpty();
        assertThat(notice.getMap("data"))
                .isEqualTo(Map.of(
                        "delivery", delivery.toString(),
                        "anchor", feed.anchor(),
                        "feed", "spend",
                        "links", Map.of("delivery", "/v1/deliveries/" + delivery)));
        var told = awaited(feed.publisher(), made, came.header("webhook-id"), "SENT");
        assertThat(told.getList("sendings.status")).containsExactly(204);
        assertThat(notices(feed.publisher(), made).getList("items")).hasSize(1);
    }

    @Test
    void tellsOfARefusalWithoutWhatStandsInTheFile() throws InterruptedException {
        // Given
        made(feed.publisher(), List.of("delivery.refused"));

        // When
        var delivery = feed.pushed("Date paid,Supplier name,Net amount\nnever,Zyxquill Secret Ltd,1.00\n", Map.of());

        // Then
        var came = receiver.next();
        assertThat(came.body())
                .contains("delivery.refused", delivery.getString("id"))
                .doesNotContain("Zyxquill");
        assertThat(JsonPath.from(came.body()).getString("data.problem.code"))
                .isEqualTo(delivery.getString("refused.code"));
        assertThat(NoticeSchemas.violations(came.body())).isEmpty();
    }

    @Test
    void saysNothingOfWhatTheLedgerDidNotTakeOrHasNotAskedFor() {
        // Given
        var made = made(feed.publisher(), List.of("delivery.refused"));
        var pushed = feed.pushed(ledger(), Map.of());

        // When
        Reach.EVERY_ANCHOR.during(() -> deliveries.applied(new DeliveryApplied(
                UUID.fromString(pushed.getString("id")), 1, 0, java.math.BigDecimal.ZERO, false, Instant.EPOCH)));
        SpendFeed.applied(deliveries, pushed);

        // Then
        assertThat(notices(feed.publisher(), made).getList("items")).isEmpty();
    }

    @Test
    void tellsTheRegionOfItsReviewQueueOnceHoweverOftenItHears() throws InterruptedException {
        // Given
        var made = made(analyst(), List.of("review.needed"));
        var fact = new ReviewNeeded(UUID.randomUUID(), List.of(UUID.randomUUID(), UUID.randomUUID()), Instant.now());

        // When
        for (int times = 0; times < 2; times++) {
            database.useTransaction(transaction ->
                    outbox.say(transaction, Topics.REVIEWS_NEEDED, fact.id().toString(), fact));
        }
        var last = new ReviewNeeded(UUID.randomUUID(), List.of(UUID.randomUUID()), Instant.now());
        database.useTransaction(transaction ->
                outbox.say(transaction, Topics.REVIEWS_NEEDED, fact.id().toString(), last));

        // Then
        var first = receiver.next();
        assertThat(NoticeSchemas.violations(first.body())).isEmpty();
        assertThat(JsonPath.from(first.body()).getList("data.mentions"))
                .containsExactly(
                        fact.mentions().get(0).toString(),
                        fact.mentions().get(1).toString());
        assertThat(receiver.next().body()).contains(last.mentions().get(0).toString());
        assertThat(notices(with(Tokens.of(REGISTER_STEWARD, "spend-ingest")), made)
                        .getList("items"))
                .hasSize(2);
    }

    @Test
    void signsWithBothSecretsWhileOneTakesTheOthersPlace() throws Exception {
        // Given
        var made = made(feed.publisher(), List.of("delivery.applied"));
        var id = made.getString("webhook.id");

        // When
        var rotated =
                feed.publisher().post("/v1/webhooks/" + id + "/secret").then().statusCode(200);
        var next = rotated.extract().jsonPath().getString("secret");
        feed.publisher().post("/v1/webhooks/" + id + "/test").then().statusCode(202);
        var both = receiver.next();
        feed.publisher()
                .post("/v1/webhooks/" + id + "/secret?formerHours=0")
                .then()
                .statusCode(200);
        feed.publisher().post("/v1/webhooks/" + id + "/test").then().statusCode(202);
        var one = receiver.next();

        // Then
        assertThat(both.header("webhook-signature").split(" ")).hasSize(2);
        assertThat(NoticeSchemas.violations(both.body())).isEmpty();
        assertThat(NoticeSchemas.violations(both.body().replace("\"timestamp\"", "\"at\"")))
                .hasSize(1);
        new Webhook(made.getString("secret")).verify(both.body(), headers(both));
        new Webhook(next).verify(both.body(), headers(both));
        assertThat(one.header("webhook-signature").split(" ")).hasSize(1);
    }

    @Test
    void sendsAgainWhatFailedAndWhatIsAskedForUnderTheSameId() throws InterruptedException {
        // Given
        receiver.answers(500, Map.of(), "out of order");
        var made = made(feed.publisher(), List.of("delivery.applied"));
        SpendFeed.applied(deliveries, feed.pushed(ledger(), Map.of()));
        var failed = receiver.next();
        var id = failed.header("webhook-id");
        receiver.answers(200, Map.of(), "");

        // Then
        assertThat(receiver.next().header("webhook-id")).isEqualTo(id);
        var told = awaited(feed.publisher(), made, id, "SENT");
        assertThat(told.getList("sendings.status")).containsExactly(500, 200);
        assertThat(told.getString("sendings[0].answer")).isEqualTo("out of order");

        var webhook = "/v1/webhooks/" + made.getString("webhook.id");
        feed.publisher()
                .post(webhook + "/notices/" + id + "/replay")
                .then()
                .statusCode(202)
                .body("state", equalTo("WAITING"));
        assertThat(receiver.next().header("webhook-id")).isEqualTo(id);
        awaited(feed.publisher(), made, id, "SENT");
        feed.publisher()
                .contentType("application/json")
                .body(Map.of("from", "2026-01-01T00:00:00Z"))
                .post(webhook + "/replay")
                .then()
                .statusCode(202)
                .body("notices", equalTo(1));
        assertThat(receiver.next().header("webhook-id")).isEqualTo(id);
    }

    @Test
    void disablesWhatIsGoneAndSendsWhatHasWaitedOnceItIsBack() throws InterruptedException {
        // Given
        receiver.answers(410, Map.of(), "");
        var made = made(feed.publisher(), List.of("delivery.applied"));
        var webhook = "/v1/webhooks/" + made.getString("webhook.id");
        SpendFeed.applied(deliveries, feed.pushed(ledger(), Map.of()));
        var first = receiver.next().header("webhook-id");
        awaitDisabled(webhook, "GONE");

        // When
        SpendFeed.applied(deliveries, feed.pushed(ledger(), Map.of()));
        assertThat(notices(feed.publisher(), made).getList("items.state")).containsExactly("WAITING", "WAITING");
        receiver.answers(204, Map.of(), "");
        change(webhook, true).statusCode(200).body("enabled", equalTo(true));

        // Then
        var second = receiver.next().header("webhook-id");
        assertThat(second).isNotEqualTo(first);
        assertThat(receiver.next().header("webhook-id")).isEqualTo(first);
    }

    @Test
    void disablesWhatHasFailedForDays() throws InterruptedException {
        // Given
        receiver.answers(500, Map.of(), "");
        var made = made(feed.publisher(), List.of("delivery.applied"));
        var webhook = made.getString("webhook.id");
        Reach.EVERY_ANCHOR.during(() -> database.useHandle(handle -> handle.execute(
                "UPDATE webhook SET failing_since = now() - interval '4 days' WHERE id = ?",
                UUID.fromString(webhook))));

        // When
        SpendFeed.applied(deliveries, feed.pushed(ledger(), Map.of()));
        receiver.next();

        // Then
        awaitDisabled("/v1/webhooks/" + webhook, "FAILING");
    }

    @Test
    void showsAWebhookToItsOwnerAlone() {
        // Given
        var own = "/v1/webhooks/"
                + made(feed.publisher(), List.of("delivery.applied")).getString("webhook.id");
        var regions =
                "/v1/webhooks/" + made(analyst(), List.of("review.needed")).getString("webhook.id");
        var other = new SpendFeed("demo-told-other");
        other.create();

        // Then
        for (var path : List.of("", "/notices", "/notices/" + UUID.randomUUID())) {
            other.publisher().get(own + path).then().statusCode(404);
            analyst().get(own + path).then().statusCode(404);
            feed.publisher().get(regions + path).then().statusCode(404);
        }
        for (var path : List.of("/secret", "/test")) {
            other.publisher().post(own + path).then().statusCode(404);
            feed.publisher().post(regions + path).then().statusCode(404);
        }
        other.publisher().delete(own).then().statusCode(404);
        other.publisher()
                .queryParam("anchor", feed.anchor())
                .get("/v1/webhooks")
                .then()
                .statusCode(403);
        with(Tokens.of(ANCHOR_PUBLISHER, "spend-ingest"))
                .get("/v1/webhooks")
                .then()
                .statusCode(403);
        feed.publisher().get("/v1/webhooks").then().statusCode(200).body("items", hasSize(1));
        feed.publisher().get(own).then().statusCode(200).body("anchor", equalTo(feed.anchor()));
    }

    @Test
    void takesNoAddressThatIsNotFitAndNoEventOfAnothers() {
        wish(feed.publisher(), "https://169.254.169.254/latest", List.of("delivery.applied"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unfit-address"));
        wish(feed.publisher(), receiver.address().toString(), List.of("review.needed"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid"));
        wish(analyst(), receiver.address().toString(), List.of("delivery.applied"))
                .then()
                .statusCode(400);
        wish(feed.publisher(), receiver.address().toString(), List.of("delivery.eaten"))
                .then()
                .statusCode(400);
    }

    @Test
    void makesNoMoreThanMayBe() {
        for (int made = 0; made < 10; made++) {
            made(feed.publisher(), List.of("delivery.applied"));
        }

        wish(feed.publisher(), receiver.address().toString(), List.of("delivery.applied"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/too-many-webhooks"));
    }

    @Test
    void keepsNoSecretThatTheDatabaseAloneCouldTell() {
        var made = made(feed.publisher(), List.of("delivery.applied"));

        var kept = Reach.EVERY_ANCHOR.during(() -> database.withHandle(
                handle -> handle.createQuery("SELECT sealed FROM webhook_secret WHERE webhook = :id")
                        .bind("id", UUID.fromString(made.getString("webhook.id")))
                        .mapTo(byte[].class)
                        .one()));

        var secret =
                java.util.Base64.getDecoder().decode(made.getString("secret").substring("whsec_".length()));
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
    }

    private JsonPath made(RequestSpecification as, List<String> events) {
        return wish(as, receiver.address().toString(), events)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static io.restassured.response.Response wish(RequestSpecification as, String address, List<String> events) {
        return as.contentType("application/json")
                .body(Map.of("title", "Test", "address", address, "events", events))
                .post("/v1/webhooks");
    }

    private io.restassured.response.ValidatableResponse change(String webhook, boolean enabled) {
        return feed.publisher()
                .contentType("application/json")
                .body(Map.of(
                        "title",
                        "Test",
                        "address",
                        receiver.address().toString(),
                        "events",
                        List.of("delivery.applied"),
                        "enabled",
                        enabled))
                .put(webhook)
                .then();
    }

    private static JsonPath notices(RequestSpecification as, JsonPath made) {
        return as.get("/v1/webhooks/" + made.getString("webhook.id") + "/notices")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath awaited(RequestSpecification as, JsonPath made, String notice, String state) {
        for (int tries = 0; tries < 300; tries++) {
            var read = io.restassured.RestAssured.given()
                    .spec(as)
                    .get("/v1/webhooks/" + made.getString("webhook.id") + "/notices/" + notice)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            if (read.getString("state").equals(state)) {
                return read;
            }
            Pause.millis(50);
        }
        throw new AssertionError("the notice was not " + state + " within 15 seconds");
    }

    private void awaitDisabled(String webhook, String because) {
        for (int tries = 0; tries < 300; tries++) {
            if (because.equals(feed.publisher().get(webhook).jsonPath().getString("disabledBecause"))) {
                return;
            }
            Pause.millis(50);
        }
        throw new AssertionError("the webhook was not disabled within 15 seconds");
    }

    private static RequestSpecification analyst() {
        return with(Tokens.of(ANALYST, "spend-ingest"));
    }

    private static HttpHeaders headers(Received received) {
        return HttpHeaders.of(received.headers(), (name, value) -> true);
    }
}
