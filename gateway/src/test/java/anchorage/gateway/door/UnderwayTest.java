package anchorage.gateway.door;

import static anchorage.kit.security.Roles.ANALYST;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import anchorage.local.part.Pause;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One request of each client may be underway here; whichever way it ends, another is let in. */
@QuarkusTest
@QuarkusTestResource(StandIn.class)
class UnderwayTest {

    private static final int TRIES = 300;

    @Test
    void letsInNoMoreOfAClientAtOnceThanIsGrantedAndHoldsUpNobodyElse() throws IOException {
        try (var ignored = begin("busy", "GET " + StandIn.HELD, "");
                var held = begin("busy", "GET " + StandIn.HELD, "")) {
            assertThat(held.isClosed()).isFalse();

            ask("busy", "/v1/anchors")
                    .statusCode(429)
                    .contentType("application/problem+json")
                    .header("RateLimit", "\"at-once\";r=0")
                    .header("Retry-After", "1")
                    .body("type", equalTo("https://iana.org/assignments/http-problem-types#quota-exceeded"))
                    .body("violated-policies", equalTo(List.of("at-once")));
            ask("idle", "/v1/anchors").statusCode(200);
        }
    }

    @Test
    void letsAnotherInWhenAnAnswerHasEnded() throws IOException {
        try (var ignored = begin("ending", "GET " + StandIn.HELD, "");
                var held = begin("ending", "GET " + StandIn.HELD, "")) {
            ask("ending", "/v1/anchors").statusCode(429);

            ask("letting-go", StandIn.LET_GO).statusCode(200);

            awaitLetIn("ending");
            assertThat(held.isClosed()).isFalse();
        }
    }

    @Test
    void letsAnotherInWhenTheClientGoesAwayFromAnAnswer() throws IOException {
        try (var ignored = begin("leaving", "GET " + StandIn.HELD, "");
                var held = begin("leaving", "GET " + StandIn.HELD, "")) {
            ask("leaving", "/v1/anchors").statusCode(429);

            held.close();

            awaitLetIn("leaving");
        }
    }

    @Test
    void letsAnotherInWhenTheClientIsCutOff() throws IOException {
        try (var ignored = begin("cut-off", "GET " + StandIn.HELD, "");
                var held = begin("cut-off", "GET " + StandIn.HELD, "")) {
            ask("cut-off", "/v1/anchors").statusCode(429);

            held.setSoLinger(true, 0);
            held.close();

            awaitLetIn("cut-off");
        }
    }

    @Test
    void letsAnotherInWhenTheClientGoesAwayFromItsOwnBody() throws IOException {
        var body = "Expect: 100-continue\r\nContent-Length: 1000000\r\n";
        try (var ignored = begin("sending", "GET " + StandIn.HELD, "");
                var sending = begin("sending", "POST /v1/anchors", body)) {
            sending.getOutputStream().write("first".getBytes(US_ASCII));
            ask("sending", "/v1/anchors").statusCode(429);

            sending.close();

            awaitLetIn("sending");
        }
    }

    @Test
    void letsAnotherInWhenAStreamIsReset() throws IOException, InterruptedException {
        try (var ignored = begin("resetting", "GET " + StandIn.HELD, "")) {
            var request = HttpRequest.newBuilder(
                            URI.create(RestAssured.baseURI + ":" + RestAssured.port + StandIn.HELD))
                    .header("Authorization", token("resetting"))
                    .build();
            var held = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_2)
                    .build()
                    .send(request, BodyHandlers.ofInputStream());
            assertThat(held.version()).isEqualTo(HttpClient.Version.HTTP_2);
            ask("resetting", "/v1/anchors").statusCode(429);

            held.body().close();

            awaitLetIn("resetting");
        }
    }

    @Test
    void holdsNobodyUpForWhatWentNowhere() {
        ask("nowhere", "/v1/insights/local-share").statusCode(503);
        ask("nowhere", "/v1/insights/local-share").statusCode(503);
        ask("nowhere", "/v1/insights/local-share").statusCode(503);
    }

    /** Sends a request, and comes back when the door has let it in. */
    private static Socket begin(String client, String what, String headers) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.getOutputStream()
                .write((what + " HTTP/1.1\r\nHost: door\r\nAuthorization: " + token(client) + "\r\n" + headers + "\r\n")
                        .getBytes(US_ASCII));
        var said = new String(socket.getInputStream().readNBytes(10), US_ASCII);
        assertThat(said).matches("HTTP/1.1 [12]");
        return socket;
    }

    private static void awaitLetIn(String client) {
        for (int tries = 0; tries < TRIES; tries++) {
            if (ask(client, "/v1/anchors").extract().statusCode() == 200) {
                return;
            }
            Pause.millis(20);
        }
        throw new AssertionError(client + " is locked out");
    }

    private static ValidatableResponse ask(String client, String path) {
        return given().header("Authorization", token(client)).get(path).then();
    }

    private static String token(String client) {
        return "Bearer " + Tokens.ofClient(client, ANALYST, "gateway");
    }
}
