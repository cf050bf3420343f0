package anchorage.ingest.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import anchorage.ingest.delivery.Deliveries;
import anchorage.kit.security.Roles;
import anchorage.local.part.Pause;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The events of a delivery, from the moment one asks to the end. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class FollowingTest {

    private final SpendFeed feed = new SpendFeed("demo-following");

    @Inject
    Deliveries deliveries;

    @TestHTTPResource("/v1/deliveries/")
    URI root;

    @BeforeEach
    void anAnchorWithAFeed() {
        feed.create();
    }

    @Test
    void tellsHowTheDeliveryComesOutAndEnds() throws Exception {
        // Given
        var published = feed.pushed(SpendFeed.ledger(), Map.of());
        var id = UUID.fromString(published.getString("id"));

        // When
        var seen = new ArrayList<JsonPath>();
        try (var events = events(id)) {
            events.forEach(event -> {
                if (seen.isEmpty()) {
                    SpendFeed.applied(deliveries, published);
                }
                seen.add(event);
            });
        }

        // Then
        assertThat(seen).extracting(event -> event.getString("state")).containsExactly("PUBLISHED", "APPLIED");
        assertThat(seen.get(1).getString("applied.total")).isEqualTo("12.50");
    }

    @Test
    void saysOnceHowADeliveryCameOutThatIsOverAlready() throws Exception {
        var refused = feed.pushed("Date paid,Supplier name,Net amount\n,,none\n" + UUID.randomUUID(), Map.of());

        try (var events = events(UUID.fromString(refused.getString("id")))) {
            assertThat(events.map(event -> event.getString("state")).toList()).isEqualTo(List.of("REFUSED"));
        }
    }

    @Test
    void isWaitedForByWhoPrefersTo() throws Exception {
        // Given
        var published = feed.pushed(SpendFeed.ledger(), Map.of());

        // When
        var waiting = CompletableFuture.supplyAsync(() -> feed.publisher()
                .header("Prefer", "respond-async, wait=20")
                .get("/v1/deliveries/" + published.getString("id")));
        // Long enough that an answer that did not wait would have come.
        Pause.millis(1000);
        SpendFeed.applied(deliveries, published);

        // Then
        waiting.get()
                .then()
                .statusCode(200)
                .header("Preference-Applied", equalTo("wait=20"))
                .body("state", equalTo("APPLIED"));
        assertThat(waiting.get().headers().getValues("Vary")).contains("Prefer");
    }

    @Test
    void isToldOfAsItStandsWhenPatienceEnds() {
        var published = feed.pushed(SpendFeed.ledger(), Map.of());

        feed.publisher()
                .header("Prefer", "wait=1")
                .get("/v1/deliveries/" + published.getString("id"))
                .then()
                .statusCode(200)
                .header("Preference-Applied", equalTo("wait=1"))
                .body("state", equalTo("PUBLISHED"));
        feed.publisher()
                .header("Prefer", "wait=soon")
                .get("/v1/deliveries/" + published.getString("id"))
                .then()
                .statusCode(200)
                .header("Preference-Applied", nullValue());
        SpendFeed.applied(deliveries, published);
    }

    @Test
    void waitsForNobodyElsesDelivery() {
        var id = feed.pushed(SpendFeed.ledger(), Map.of()).getString("id");

        SpendFeed.with(Tokens.of(Roles.ANCHOR_PUBLISHER, "demo-other", "spend-ingest"))
                .header("Prefer", "wait=20")
                .get("/v1/deliveries/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void isNotForAnotherAnchor() {
        var id = feed.pushed(SpendFeed.ledger(), Map.of()).getString("id");

        SpendFeed.with(Tokens.of(Roles.ANCHOR_PUBLISHER, "demo-other", "spend-ingest"))
                .accept("text/event-stream")
                .get("/v1/deliveries/" + id + "/events")
                .then()
                .statusCode(404);
    }

    private Stream<JsonPath> events(UUID delivery) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve(delivery + "/events"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + Tokens.of(Roles.PLATFORM_ADMIN, "spend-ingest"))
                .header("Accept", "text/event-stream")
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return answer.body()
                .filter(line -> line.startsWith("data:"))
                .map(line -> JsonPath.from(line.substring("data:".length())));
    }
}
