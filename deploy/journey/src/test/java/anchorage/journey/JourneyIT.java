package anchorage.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.desk.Api;
import anchorage.desk.Importing;
import anchorage.desk.Progress;
import anchorage.desk.Pushing;
import anchorage.desk.Uploading;
import anchorage.local.Anchoring;
import anchorage.local.Home;
import anchorage.local.Stack;
import anchorage.local.part.Pause;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, with every part real: PostgreSQL, Kafka, Keycloak and the four services as packaged. */
@ExtendWith(Whole.class)
class JourneyIT {

    private static final String ANALYST = "analyst-demo";

    @TempDir
    static Path folder;

    private static Stack stack;
    private static Api api;

    @BeforeAll
    static void up() {
        stack = Whole.stack();
        api = Whole.api();
    }

    @Test
    void bringsALedgerToADefendedFigure() throws IOException {
        // Given
        anchor("first");
        load("code-point-open", "\"BL1 1AA\",10,0,0,\"\",\"\",\"\",\"\",\"E08000001\",\"\"\n");
        load("organisations", "Name,Company Number,Postcode\nROCH CARE LIMITED,12345678,BL1 1AA\n");

        // When
        var delivery = push("first", """
                Date paid,Supplier name,Net amount
                01/04/2025,Roch Care Ltd,80.00
                02/04/2025,Redacted,15.00
                03/04/2025,HMRC CUMBERNAULD,1000.00
                04/04/2025,Nobody Knows Ltd,5.00
                """);

        // Then
        assertThat(delivery.get("state").asText()).isEqualTo("APPLIED");
        assertThat(delivery.at("/totals/net").asText()).isEqualTo("1100.00");
        var share = await(
                "/v1/insights/local-share?anchor=first&local=combined-authority",
                answer -> answer.at("/total/local").asText().equals("80.00"));
        assertThat(share.at("/total/total").asText()).isEqualTo("100.00");
        assertThat(share.at("/total/share/atLeast").asText()).isEqualTo("0.8000");
        assertThat(share.at("/total/share/atMost").asText()).isEqualTo("1.0000");
        assertThat(total("first")).isEqualByComparingTo("1100.00");
    }

    @Test
    void takesTheSameBytesForTheSameDelivery() throws IOException {
        // Given
        anchor("twice");
        var ledger = "Date paid,Supplier name,Net amount\n01/04/2025,Roch,1.00\n01/04/2025,Roch,1.00\n";
        var first = push("twice", ledger);

        // When
        var second = push("twice", ledger);

        // Then
        assertThat(second.get("id")).isEqualTo(first.get("id"));
        assertThat(total("twice")).isEqualByComparingTo("2.00");
    }

    @Test
    void losesNothingWhenTheReaderDiesInTheMiddle() throws Exception {
        // Given
        anchor("reader");
        var ledger = bigLedger("reader", 150_000);

        // When
        var id = begin("reader", ledger.file);
        await("/v1/deliveries/" + id, now -> now.at("/counts/read").asLong() > 0 || isOver(now));
        kill("spend-ingest");
        restart("spend-ingest");

        // Then
        var delivery = await("/v1/deliveries/" + id, JourneyIT::isOver);
        assertThat(delivery.get("state").asText()).isEqualTo("APPLIED");
        assertThat(delivery.at("/counts/accepted").asLong()).isEqualTo(150_000);
        assertThat(new BigDecimal(delivery.at("/totals/net").asText())).isEqualByComparingTo(ledger.net);
        assertThat(total("reader")).isEqualByComparingTo(ledger.net);
    }

    @Test
    void losesNothingWhenTheLedgerDiesInTheMiddle() throws Exception {
        // Given
        anchor("ledger");
        var ledger = bigLedger("ledger", 150_000);

        // When
        var id = begin("ledger", ledger.file);
        await("/v1/deliveries/" + id, now -> now.at("/counts/read").asLong() > 0 || isOver(now));
        kill("insight-service");
        restart("insight-service");

        // Then
        var delivery = await("/v1/deliveries/" + id, JourneyIT::isOver);
        assertThat(delivery.get("state").asText()).isEqualTo("APPLIED");
        assertThat(total("ledger")).isEqualByComparingTo(ledger.net);
    }

    @Test
    void letsInOnlyWhoMayAndSaysWhyNot() throws IOException {
        // Given
        anchor("mine");
        anchor("theirs");
        var delivery = push("mine", "Date paid,Supplier name,Net amount\n01/04/2025,Roch,3.00\n");

        // Then
        assertProblem(send(null, "GET", "/v1/anchors"), 401, "/problems/not-authenticated");
        assertProblem(
                api.send(
                        null,
                        "GET",
                        "/v1/anchors",
                        BodyPublishers.noBody(),
                        Map.of("Authorization", "Bearer no.good.token")),
                401,
                "/problems/not-authenticated");
        var other = "publisher-theirs";
        assertProblem(
                send(other, "GET", "/v1/deliveries/" + delivery.get("id").asText()), 404, "/problems/unknown-delivery");
        assertProblem(send(other, "POST", "/v1/anchors/mine/feeds/spend/deliveries"), 403, "/problems/forbidden");
        assertProblem(send(other, "GET", "/v1/insights/lines?anchor=mine"), 403, "/problems/forbidden");
        assertProblem(send(other, "PUT", "/v1/anchors/mine"), 403, "/problems/forbidden");
        assertProblem(send(ANALYST, "GET", "/v1/nothing"), 404, "/problems/not-found");
        assertProblem(send(ANALYST, "GET", "/nothing"), 404, "/problems/not-found");
        assertProblem(
                Whole.direct().send(ANALYST, "GET", "/v1/anchors/%2e%2e/x", BodyPublishers.noBody(), Map.of()),
                400,
                "/problems/bad-request");
    }

    @Test
    void letsAReconciliationClientInByAKeyInTheAddressAlone() {
        // Given
        var key = api.post(
                        "steward-demo",
                        "/v1/reconcile/keys",
                        BodyPublishers.ofString("{\"purpose\": \"the journey\"}"),
                        Map.of("Content-Type", "application/json"))
                .get("path")
                .asText();
        var form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        var queries = BodyPublishers.ofString("queries=" + Api.encoded("{\"q0\": {\"query\": \"Roch Valley\"}}"));

        // Then
        for (var path : List.of("/v1/reconcile", key)) {
            assertThat(send(null, "GET", path).statusCode()).isEqualTo(200);
            var preflight = send(null, "OPTIONS", path);
            assertThat(preflight.statusCode()).isEqualTo(200);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
        }
        assertThat(api.send(null, "POST", key, queries, form).statusCode()).isEqualTo(200);
        assertProblem(api.send(null, "POST", "/v1/reconcile", queries, form), 401, "/problems/not-authenticated");
        assertProblem(send(null, "GET", "/v1/reconcile/keys"), 401, "/problems/not-authenticated");
    }

    @Test
    void tellsAClientThatAsksFirstToSendItsFile() throws IOException {
        // Given
        anchor("asking");
        push("asking", "Date paid,Supplier name,Net amount\n01/04/2025,Roch,3.00\n");
        var file = "Date paid,Supplier name,Net amount\n01/04/2025,Roch,4.00\n";
        var gateway = URI.create(stack.home().gateway());

        // When
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            var head = "POST /v1/anchors/asking/feeds/spend/deliveries HTTP/1.1\r\nHost: " + gateway.getAuthority()
                    + "\r\nAuthorization: Bearer " + api.token("publisher-asking")
                    + "\r\nContent-Type: application/octet-stream\r\nContent-Length: " + file.length()
                    + "\r\nExpect: 100-continue\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(US_ASCII));

            // Then
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 100 Continue");
            socket.getOutputStream().write(file.getBytes(US_ASCII));
            assertThat(answer.readLine()).isEmpty();
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 202 Accepted");
        }
    }

    @Test
    void goesOnWithAnUploadThatBrokeAndWhoseServiceDied() throws IOException {
        // Given
        anchor("parts");
        push("parts", "Date paid,Supplier name,Net amount,Purpose\n01/04/2025,Roch,0.00,x\n");
        var ledger = bigLedger("parts", 50_000);
        var upload = beginUpload("parts", ledger.file, 1_000_000);

        // When
        breakOff("parts", upload, ledger.file, 1_000_000, 700_000);
        kill("spend-ingest");
        restart("spend-ingest");

        // Then
        long offset = offset("parts", upload);
        assertThat(offset).isBetween(1_000_000L, 1_700_000L);
        var answer = appendLast("parts", upload, ledger.file, offset);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var id = new ObjectMapper().readTree(answer.body()).get("id").asText();
        var delivery = await("/v1/deliveries/" + id, JourneyIT::isOver);
        assertThat(delivery.get("state").asText()).isEqualTo("APPLIED");
        assertThat(total("parts")).isEqualByComparingTo(ledger.net);
    }

    @Test
    void uploadsAFileInPartsByTheCommandLine() throws IOException {
        // Given
        anchor("uploading");
        push("uploading", "Date paid,Supplier name,Net amount,Purpose\n01/04/2025,Roch,0.00,x\n");
        var ledger = bigLedger("uploading", 2_000);

        // When
        var taken = new Uploading(api, new Progress(System.out, false))
                .upload("publisher-uploading", "/v1/anchors/uploading/feeds/spend/deliveries", ledger.file);

        // Then
        var delivery = await("/v1/deliveries/" + taken.get("id").asText(), JourneyIT::isOver);
        assertThat(delivery.get("bytes").asLong()).isEqualTo(Files.size(ledger.file));
        assertThat(total("uploading")).isEqualByComparingTo(ledger.net);
    }

    @Test
    void saysThatAServiceIsAway() throws IOException, InterruptedException {
        // Given
        var request = HttpRequest.newBuilder(URI.create(stack.home().gateway() + "/v1/suppliers?q=roch"))
                .header("Authorization", "Bearer " + api.token(ANALYST))
                .build();
        kill("supplier-registry");

        // The first may still be sent along a connection that has just ended.
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());

        // When
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        // Then
        restart("supplier-registry");
        assertProblem(response, 503, "/problems/service-unreachable");
        assertThat(send(ANALYST, "GET", "/v1/suppliers?q=roch").statusCode()).isEqualTo(200);
    }

    @Test
    void showsItsPagesAndItsDescription() throws IOException {
        for (var page : new String[] {"/", "/docs", "/docs/quickstart", "/docs/reference", "/problems/forbidden"}) {
            assertThat(send(null, "GET", page).body()).as(page).contains("<h1").contains("Anchorage");
        }
        assertThat(send(null, "GET", "/.well-known/api-catalog").body())
                .contains(stack.home().gateway() + "/openapi.json");
        assertProblem(send(null, "GET", "/.well-known/security.txt"), 404, "/problems/not-found");
        var root = new ObjectMapper().readTree(send(null, "GET", "/v1").body());
        assertThat(root.at("/links/token").asText()).startsWith("http://localhost:");
        assertThat(new ObjectMapper()
                        .readTree(send(null, "GET", "/openapi.json").body())
                        .get("openapi")
                        .asText())
                .isEqualTo("3.1.0");
    }

    /** T1, through the door: Trafford's supplier spend of 2025-26. */
    @Test
    void bringsTraffordsLedgerThroughToThePenny() {
        // Given
        var file = realData("spend/trafford/trafford-supplier-spend-2025-26.zip");
        anchor("trafford-council");

        // When
        var delivery = new Pushing(Whole.direct(), new Progress(System.out, false))
                .push("publisher-trafford-council", "trafford-council", "over-500", file, Map.of("vatBasis", "NET"));

        // Then
        assertThat(delivery.at("/counts/read").asLong()).isEqualTo(241_764);
        assertThat(delivery.at("/counts/accepted").asLong()).isEqualTo(241_764);
        assertThat(delivery.at("/totals/net").asText()).isEqualTo("621913624.42");
        assertThat(delivery.at("/totals/creditLines").asLong()).isEqualTo(35_554);
        assertThat(delivery.at("/totals/credits").asText()).isEqualTo("-55934462.06");
        var scopes = api.get(ANALYST, "/v1/insights/scopes?anchor=trafford-council");
        assertThat(total("trafford-council")).isEqualByComparingTo("621913624.42");
        assertThat(scopes.at("/total/redactedLines").asLong()).isEqualTo(36_616);
        assertThat(scopes.at("/total/redacted").asText()).isEqualTo("108870420.86");
        assertThat(scopes.findValuesAsText("scope"))
                .contains("TAX", "PENSION", "LEVY", "HEALTH_BODY", "PUBLIC_BODY", "PROCUREMENT");
    }

    private static BigDecimal total(String anchor) {
        var sum = BigDecimal.ZERO;
        for (var row : api.get(ANALYST, "/v1/insights/scopes?anchor=" + anchor).get("rows")) {
            sum = sum.add(new BigDecimal(row.get("total").asText()));
        }
        return sum;
    }

    private static void anchor(String id) {
        new Anchoring(api, stack.secrets())
                .put(id, Map.of("name", id, "kind", "LOCAL_AUTHORITY", "homePlace", "E08000009"));
    }

    private static void load(String kind, String text) throws IOException {
        var file = Files.writeString(folder.resolve(kind + ".csv"), text);
        new Importing(api, new Progress(System.out, false)).load("steward-demo", kind, file, "");
    }

    private static JsonNode push(String anchor, String text) throws IOException {
        var file = Files.writeString(folder.resolve(anchor + ".csv"), text);
        return new Pushing(api, new Progress(System.out, false))
                .push("publisher-" + anchor, anchor, "spend", file, Map.of("vatBasis", "NET"));
    }

    private record BigLedger(Path file, BigDecimal net) {}

    private static BigLedger bigLedger(String name, int lines) throws IOException {
        var random = new Random(lines);
        var net = BigDecimal.ZERO;
        var file = folder.resolve(name + "-big.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("Date paid,Supplier name,Net amount,Purpose\n");
            for (int line = 0; line < lines; line++) {
                var amount = BigDecimal.valueOf(random.nextInt(10_000_000) - 1_000_000, 2);
                net = net.add(amount);
                out.write("01/04/2025,Supplier " + line % 500 + ",");
                out.write(amount.toPlainString());
                out.write(",a purpose that is told at some length as in ledgers\n");
            }
        }
        return new BigLedger(file, net);
    }

    /** Pushes a file and answers the delivery's id once it is taken. */
    private static String begin(String anchor, Path file) throws IOException {
        push(anchor, "Date paid,Supplier name,Net amount,Purpose\n01/04/2025,Roch,0.00,x\n");
        return Whole.direct()
                .post(
                        "publisher-" + anchor,
                        "/v1/anchors/" + anchor + "/feeds/spend/deliveries",
                        BodyPublishers.ofFile(file),
                        Map.of("Content-Type", "text/csv"))
                .get("id")
                .asText();
    }

    /** Begins an upload with the file's first bytes. */
    private static String beginUpload(String anchor, Path file, int count) throws IOException {
        var answer = api.send(
                "publisher-" + anchor,
                "POST",
                "/v1/anchors/" + anchor + "/feeds/spend/deliveries",
                BodyPublishers.ofByteArray(Files.readAllBytes(file), 0, count),
                Map.of("Content-Type", "text/csv", "Upload-Complete", "?0"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(stack.home().gateway());
        return location.substring(location.indexOf("/v1/"));
    }

    /** Sends some bytes of what is said to be all the rest, and then is gone. */
    private static void breakOff(String anchor, String upload, Path file, int from, int count) throws IOException {
        var gateway = URI.create(stack.home().gateway());
        var bytes = Files.readAllBytes(file);
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            var head = "PATCH " + upload + " HTTP/1.1\r\nHost: " + gateway.getAuthority() + "\r\nAuthorization: Bearer "
                    + api.token("publisher-" + anchor) + "\r\nContent-Type: application/partial-upload"
                    + "\r\nUpload-Offset: " + from + "\r\nUpload-Complete: ?1\r\nContent-Length: "
                    + (bytes.length - from) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            socket.getOutputStream().write(bytes, from, count);
        }
    }

    private static long offset(String anchor, String upload) {
        var answer = api.send("publisher-" + anchor, "HEAD", upload, BodyPublishers.noBody(), Map.of());
        assertThat(answer.statusCode()).isEqualTo(204);
        return Long.parseLong(answer.headers().firstValue("Upload-Offset").orElseThrow());
    }

    private static HttpResponse<String> appendLast(String anchor, String upload, Path file, long offset)
            throws IOException {
        var bytes = Files.readAllBytes(file);
        return api.send(
                "publisher-" + anchor,
                "PATCH",
                upload,
                BodyPublishers.ofByteArray(bytes, (int) offset, (int) (bytes.length - offset)),
                Map.of(
                        "Content-Type", "application/partial-upload",
                        "Upload-Offset", String.valueOf(offset),
                        "Upload-Complete", "?1"));
    }

    private static boolean isOver(JsonNode delivery) {
        return delivery.get("state").asText().equals("APPLIED")
                || delivery.get("state").asText().equals("REFUSED");
    }

    private static JsonNode await(String path, Predicate<JsonNode> condition) {
        for (int tries = 0; tries < 3000; tries++) {
            var now = api.get("admin-cli-demo", path);
            if (condition.test(now)) {
                return now;
            }
            Pause.millis(20);
        }
        throw new AssertionError(path + " did not become so within a minute");
    }

    private static void kill(String service) {
        var process = stack.service(service).running().process().orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static void restart(String service) {
        stack.startService(stack.service(service));
        stack.service(service).awaitReady();
    }

    private static HttpResponse<String> send(String client, String method, String path) {
        return api.send(
                client,
                method,
                path,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"),
                method.equals("GET") ? Map.of() : Map.of("Content-Type", "application/json"));
    }

    private static void assertProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(response.body()).contains("\"type\":\"" + type + "\"");
    }

    private static Path realData(String name) {
        var named = System.getenv("ANCHORAGE_TEST_DATA");
        var file = (named != null
                        ? Path.of(named)
                        : Home.of(System.getenv()).root().resolve("../shared/data"))
                .resolve(name);
        if (!Files.exists(file)) {
            System.err.println("REAL DATA ABSENT: " + file + ". This test proves nothing here. Name the folder of the "
                    + "published files in ANCHORAGE_TEST_DATA.");
        }
        Assumptions.assumeTrue(Files.exists(file), "real data absent: " + file);
        return file;
    }
}
