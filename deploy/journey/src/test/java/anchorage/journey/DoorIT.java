package anchorage.journey;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.local.Stack;
import anchorage.local.client.Anchoring;
import anchorage.local.client.Api;
import anchorage.local.client.Importing;
import anchorage.local.client.Progress;
import anchorage.testsupport.RealData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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

    /** The program of docs/python.md, as it stands there. */
    @Test
    void servesAProgramOfPythonsStandardLibrary() throws Exception {
        // Given
        new Anchoring(api, stack.secrets())
                .put("python", Map.of("name", "Python", "kind", "LOCAL_AUTHORITY", "homePlace", "E08000005"));
        api.put("publisher-python", "/v1/anchors/python/feeds/spend", Map.of("title", "Spend", "vatBasis", "NET"));
        load("code-point-open", "\"OL16 1AA\",10,0,0,\"\",\"\",\"\",\"\",\"E08000005\",\"\"\n");
        load("organisations", """
                Name,Company Number,Postcode
                SPOTLAND WEAVERS LIMITED,12340001,OL16 1AA
                CUTGATE DYERS LIMITED,12340002,OL16 1AA
                NORDEN TANNERS LIMITED,12340003,OL16 1AA
                """);
        var program = Files.writeString(folder.resolve("anchorage.py"), program());
        var ledger = Files.writeString(folder.resolve("ledger.csv"), """
                Date paid,Supplier name,Net amount
                01/04/2025,Spotland Weavers Ltd,75.00
                02/04/2025,Nobody Knows Ltd,25.00
                """);

        // When
        var run = new ProcessBuilder(
                        "python3",
                        program.toString(),
                        stack.home().gateway(),
                        "publisher-python",
                        stack.secrets().of("publisher-python"),
                        "python",
                        "E08000005",
                        ledger.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(run.getInputStream().readAllBytes());

        // Then
        assertThat(run.waitFor()).as(said).isZero();
        assertThat(said).contains("APPLIED read 2 accepted 2", "local share at least", "suppliers in E08000005 3");
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

    private static String program() throws IOException {
        var page = Files.readString(RealData.root().resolve("docs/python.md"));
        int begin = page.indexOf("```python\n") + "```python\n".length();
        return page.substring(begin, page.indexOf("```\n", begin));
    }

    private static void load(String kind, String text) throws IOException {
        var file = Files.writeString(folder.resolve(kind + ".csv"), text);
        new Importing(api, new Progress(System.out, false)).load("steward-demo", kind, file, "");
    }

    private HttpResponse<String> bare(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(stack.home().gateway() + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
