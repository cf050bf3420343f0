package anchorage.journey;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.client.model.DeliveryState;
import anchorage.desk.Api;
import anchorage.local.Stack;
import anchorage.testsupport.RealData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What programs of others meet at the gateway. */
@ExtendWith(Whole.class)
class DoorIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Stack stack;
    private static Api api;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void up() {
        stack = Whole.stack();
        api = Whole.api();
    }

    /** The program of docs/python.md, as it stands there; its quota is used up when it begins. */
    @Test
    void servesAProgramOfPythonsStandardLibrary() throws Exception {
        // Given
        var ledger = Rochdale.given("python", folder);
        var program = Files.writeString(
                folder.resolve("anchorage.py"), Guide.named("python").program("python"));

        // When
        String said;
        int tries = 0;
        do {
            // The quota is one of ten seconds, which a slow machine may let pass before the program begins.
            Quota.useUp("publisher-python");
            said = run(program, ledger);
        } while (said.contains("asked to wait 0") && ++tries < 5);

        // Then
        assertThat(said).contains("APPLIED read 2 accepted 2", "local share at least", "suppliers in E08000005 3");
        assertThat(said).containsPattern("asked to wait [1-9]");
    }

    private static String run(Path program, Path ledger) throws Exception {
        var run = new ProcessBuilder(
                        "python3",
                        program.toString(),
                        Whole.address(),
                        "publisher-python",
                        stack.secrets().of("publisher-python"),
                        "python",
                        "E08000005",
                        ledger.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(run.getInputStream().readAllBytes());
        assertThat(run.waitFor()).as(said).isZero();
        return said;
    }

    /** The program of docs/java.md, with the client that openapi-generator makes; its quota is used up when it begins. */
    @Test
    void servesAGeneratedClient() throws Exception {
        // Given
        var ledger = Rochdale.given("java", folder);
        var integrator = new Integrator(Whole.address(), () -> api.token("publisher-java"));

        // When
        Quota.useUp("publisher-java");
        var delivery = integrator.push("java", "spend", ledger.toFile());
        var share = integrator.localShare("java");
        var suppliers = integrator.suppliersIn("E08000005");

        // Then
        assertThat(delivery.getState()).isEqualTo(DeliveryState.APPLIED);
        assertThat(delivery.getCounts().getAccepted()).isEqualTo(2);
        assertThat(new BigDecimal(share.getAtLeast())).isBetween(new BigDecimal("0.7499"), new BigDecimal("0.7501"));
        assertThat(suppliers).hasSize(3);
        assertThat(integrator.waits()).isPositive();
    }

    @Test
    void hasThePageForJavaSayWhatIsRun() throws IOException {
        var integrator = Files.readString(
                RealData.root().resolve("deploy/journey/src/test/java/anchorage/journey/Integrator.java"));
        assertThat(integrator).endsWith(Guide.named("java").program("java"));
    }

    @Test
    void letsReconciliationClientsInWithAKeyAndNoToken() throws Exception {
        // Given
        var key = api.post(
                "steward-demo",
                "/v1/reconcile/keys",
                BodyPublishers.ofString("{\"purpose\":\"journey\"}"),
                Map.of("Content-Type", "application/json"));

        // When
        var manifest = json(bare("/v1/reconcile"));
        var answer = bare(key.get("path").asText() + "?queries=" + Api.encoded("{\"q0\":{\"query\":\"Nobody\"}}"));

        // Then
        assertThat(manifest.get("versions").toString()).contains("0.2");
        assertThat(json(answer).has("q0")).isTrue();
        assertThat(bare("/v1/suppliers?q=Nobody").statusCode()).isEqualTo(401);
        assertThat(bare("/v1/reconcile/k/none?queries=%7B%7D").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> bare(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(Whole.address() + path)).build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
