package anchorage.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.desk.Api;
import anchorage.local.Anchoring;
import anchorage.local.Stack;
import anchorage.local.part.Pause;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part that is asked to end answers what is underway first, and whoever comes meanwhile. */
@ExtendWith(Whole.class)
class DrainIT {

    private static final String FILE = "Date paid,Supplier name,Net amount\n01/04/2025,Roch,3.00\n";
    private static final String LAST = "02/04/2025,Roch,4.00\n";

    private final Stack stack = Whole.stack();
    private final Api api = Whole.api();

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "spend-ingest"})
    void takesAFileThatIsOnItsWayBeforeItEnds(String part) throws Exception {
        // Given
        var anchor = "drained-" + part;
        new Anchoring(api, stack.secrets())
                .put(anchor, Map.of("name", anchor, "kind", "LOCAL_AUTHORITY", "homePlace", "E08000009"));
        api.put("publisher-" + anchor, "/v1/anchors/" + anchor + "/feeds/spend", Map.of("vatBasis", "NET"));
        var process = stack.service(part).running().process().orElseThrow();
        var gateway = URI.create(stack.home().gateway());

        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(20_000);
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            var head = "POST /v1/anchors/" + anchor + "/feeds/spend/deliveries HTTP/1.1\r\nHost: "
                    + gateway.getAuthority() + "\r\nAuthorization: Bearer " + api.token("publisher-" + anchor)
                    + "\r\nContent-Type: text/csv\r\nContent-Length: " + (FILE.length() + LAST.length())
                    + "\r\nExpect: 100-continue\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 100 Continue");
            assertThat(answer.readLine()).isEmpty();
            socket.getOutputStream().write(FILE.getBytes(US_ASCII));
            // Long enough that the service has begun to read it.
            Pause.millis(500);

            // When
            process.destroy();
            Pause.millis(1500);
            var meanwhile = ask(part, gateway);
            socket.getOutputStream().write(LAST.getBytes(US_ASCII));

            // Then
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 202 Accepted");
            assertThat(meanwhile.statusCode()).isEqualTo(200);
            assertThat(meanwhile.headers().firstValue("Connection")).hasValue("close");
        }
        process.onExit().get(15, TimeUnit.SECONDS);

        stack.startService(stack.service(part));
        stack.service(part).awaitReady();
        var deliveries = api.get("publisher-" + anchor, "/v1/anchors/" + anchor + "/feeds/spend/deliveries");
        assertThat(deliveries.at("/items/0/bytes").asLong()).isEqualTo(FILE.length() + LAST.length());
    }

    /** Asks the part itself, along a connection of its own. */
    private HttpResponse<Void> ask(String part, URI gateway) throws IOException, InterruptedException {
        var address = part.equals("gateway")
                ? gateway + "/v1"
                : "http://127.0.0.1:" + stack.home().port(8081) + "/v1/mapping-presets";
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Authorization", "Bearer " + api.token("admin-cli-demo"))
                                .build(),
                        BodyHandlers.discarding());
    }
}
