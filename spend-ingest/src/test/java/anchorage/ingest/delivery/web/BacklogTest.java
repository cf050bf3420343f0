package anchorage.ingest.delivery.web;

import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import anchorage.ingest.delivery.WaitingDeliveries;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class BacklogTest {

    private static final String TYPES = "https://iana.org/assignments/http-problem-types#";

    private final SpendFeed busy = new SpendFeed("demo-busy");
    private final SpendFeed other = new SpendFeed("demo-other-one");

    @Inject
    Jdbi database;

    @AfterEach
    void clear() {
        new WaitingDeliveries(database).clear();
    }

    @Test
    void asksAnAnchorToWaitOfWhichTooManyWait() {
        // Given
        busy.create();
        other.create();

        // When
        new WaitingDeliveries(database).of("demo-busy", 500);

        // Then
        busy.push(SpendFeed.ledger(), Map.of())
                .statusCode(429)
                .header("Retry-After", "5")
                .contentType("application/problem+json")
                .body("type", equalTo(TYPES + "quota-exceeded"));
        other.push(SpendFeed.ledger(), Map.of()).statusCode(202);
    }

    @Test
    void asksEverybodyToWaitWhenTooManyWaitInAll() {
        // Given
        busy.create();
        other.create();

        // When
        new WaitingDeliveries(database).of("demo-busy", 5000);

        // Then
        other.push(SpendFeed.ledger(), Map.of())
                .statusCode(503)
                .header("Retry-After", "5")
                .body("type", equalTo(TYPES + "temporary-reduced-capacity"));
    }

    @Test
    void asksToWaitWhereASandboxIsAskedTo() {
        // Given
        var sandbox = new SpendFeed("demo-sandbox");
        sandbox.create();
        other.create();

        // Then
        named(sandbox, "too-many-waiting.csv")
                .statusCode(429)
                .header("Retry-After", "5")
                .body("type", equalTo(TYPES + "quota-exceeded"));
        named(sandbox, "reduced-capacity.csv")
                .statusCode(503)
                .header("Retry-After", "5")
                .body("type", equalTo(TYPES + "temporary-reduced-capacity"));
        named(sandbox, "slow.csv").statusCode(202);
        named(other, "too-many-waiting.csv").statusCode(202);
    }

    private static ValidatableResponse named(SpendFeed feed, String name) {
        return feed.publisher()
                .contentType("text/csv")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(SpendFeed.ledger())
                .post("/v1/anchors/" + feed.anchor() + "/feeds/spend/deliveries")
                .then();
    }

    @Test
    void saysSoBeforeAnyByteOfTheFileIsSent() throws IOException {
        // Given
        busy.create();
        new WaitingDeliveries(database).of("demo-busy", 500);

        // When
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            var head =
                    "POST /v1/anchors/demo-busy/feeds/spend/deliveries HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                            + "Bearer " + Tokens.of(ANCHOR_PUBLISHER, "demo-busy", "spend-ingest")
                            + "\r\nContent-Type: text/csv\r\nContent-Length: 1000000\r\nExpect: 100-continue\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(US_ASCII));

            // Then
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 429 Too Many Requests");
        }
    }
}
