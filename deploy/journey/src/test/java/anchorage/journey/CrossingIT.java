package anchorage.journey;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.desk.Api;
import anchorage.desk.Progress;
import anchorage.desk.Pushing;
import anchorage.local.Anchoring;
import anchorage.local.part.Pause;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One anchor tries to get at another's things, by every way that an operation leaves: address, query, body, cursor. */
@ExtendWith(Whole.class)
class CrossingIT {

    private static final String VICTIM = "crossing-victim";
    private static final String INTRUDER = "crossing-intruder";
    private static final String AS_VICTIM = "publisher-" + VICTIM;
    private static final String AS_INTRUDER = "publisher-" + INTRUDER;

    /** Stands in the names, purposes and refused cells of the one, and nowhere else. */
    private static final String SECRET = "Zyxquill";

    private static final String HEADER = "Date paid,Supplier name,Net amount,Purpose\n";

    @TempDir
    static Path folder;

    private static Api api;
    private static String delivery;
    private static String upload;
    private static String supplier;

    @BeforeAll
    static void giveBothSomething() throws IOException {
        api = Whole.api();
        var anchoring = new Anchoring(api, Whole.stack().secrets());
        for (var anchor : List.of(VICTIM, INTRUDER)) {
            anchoring.put(anchor, Map.of("name", anchor, "kind", "LOCAL_AUTHORITY", "homePlace", "E08000009"));
        }
        delivery = push(VICTIM, """
                01/04/2025,Zyxquill Fabrication Ltd,1234.56,Zyxquill works
                02/04/2025,Mr Z Zyxquill,78.90,Zyxquill care
                never,Zyxquill Refused Ltd,1.00,Zyxquill
                """).get("id").asText();
        push(INTRUDER, "01/04/2025,Ordinary Ltd,5.00,paper\nnever,Ordinary Ltd,1.00,pens\n");
        var begun = api.send(
                AS_VICTIM,
                "POST",
                "/v1/anchors/" + VICTIM + "/feeds/spend/deliveries",
                BodyPublishers.ofString("Zyxquill"),
                Map.of("Content-Type", "text/csv", "Upload-Complete", "?0"));
        var location = begun.headers().firstValue("Location").orElseThrow();
        upload = location.substring(location.indexOf("/v1/"));
        supplier = awaitSupplier();
    }

    @Test
    void answersNoQuestionWithAnothersMoney() {
        var crossed = new ArrayList<String>();
        int asked = 0;
        for (var operation : questions()) {
            var needed = Requests.query(operation);
            var first = needed.isEmpty() ? "?" : needed + "&";
            for (var query : List.of(
                    "anchor=" + VICTIM, "anchor=" + INTRUDER + "&anchor=" + VICTIM, "anchor=crossing-*", "anchor=*")) {
                var answer = get(AS_INTRUDER, path(operation) + first + query);
                asked++;
                if (answer.statusCode() != 403 && answer.statusCode() != 400) {
                    crossed.add(operation + " " + query + " " + answer.statusCode() + " " + answer.body());
                }
            }
            for (var query : List.of("", "anchor=", "supplier=" + supplier, "scope=ALL&by=anchor", "limit=1000")) {
                var answer = get(AS_INTRUDER, path(operation) + first + query);
                asked++;
                // What was asked for may be said back.
                if (isOf(answer.body().replace(delivery, ""))) {
                    crossed.add(operation + " " + query + " " + answer.body());
                }
            }
        }
        System.out.println("crossing: " + asked + " questions");
        assertThat(asked).isGreaterThan(100);
        assertThat(crossed).isEmpty();
    }

    @Test
    void takesNoCursorOfAnothersLines() throws IOException {
        var lines = "/v1/insights/lines?limit=1";
        var own = Whole.tree(get(AS_VICTIM, lines).body()).get("next").asText();
        assertThat(get(AS_VICTIM, lines + "&cursor=" + own).statusCode()).isEqualTo(200);
        for (var cursor : List.of(own, delivery + "_0", "00000000-0000-0000-0000-000000000000_0")) {
            for (var query : List.of("", "&anchor=" + VICTIM, "&anchor=" + INTRUDER)) {
                var answer = get(AS_INTRUDER, lines + query + "&cursor=" + cursor);
                assertThat(answer.statusCode()).as(query + " " + cursor).isIn(400, 403);
                assertThat(isOf(answer.body().replace(delivery, "")))
                        .as(answer.body())
                        .isFalse();
            }
        }
        assertThat(get(AS_INTRUDER, "/v1/insights/lines/" + delivery + "/1/explanation")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(AS_INTRUDER, "/v1/insights/lines/" + delivery + "/1/explanation?anchor=" + VICTIM)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void exportsItsOwnersLinesAlone() throws SQLException {
        var file = folder.resolve("ledger.parquet");
        Whole.direct().download(AS_INTRUDER, "/v1/exports/ledger?limit=100000", "application/vnd.apache.parquet", file);
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement();
                var rows = statement.executeQuery("SELECT string_agg(DISTINCT anchor, ',') FROM '" + file + "'")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo(INTRUDER);
        }
    }

    @Test
    void hidesADeliveryInEveryFormAndLeavesItAsItIs() {
        for (var accept : List.of("application/json", "text/csv", "text/event-stream", "application/octet-stream")) {
            for (var part : List.of("", "/events", "/refused-rows", "/refused-rows?cursor=0", "/original")) {
                var answer =
                        send(AS_INTRUDER, "GET", "/v1/deliveries/" + delivery + part, "", Map.of("Accept", accept));
                assertThat(answer.statusCode()).as(part + " as " + accept).isIn(404, 406);
                assertThat(isOf(answer.body().replace(delivery, "")))
                        .as(answer.body())
                        .isFalse();
            }
        }
        var json = Map.of("Content-Type", "application/json");
        assertThat(send(AS_INTRUDER, "POST", "/v1/deliveries/" + delivery + "/withdrawal", "{\"reason\":\"x\"}", json)
                        .statusCode())
                .isEqualTo(404);
        for (var relation : List.of("supersedes", "supplements")) {
            var answer = send(
                    AS_INTRUDER,
                    "POST",
                    "/v1/anchors/" + INTRUDER + "/feeds/spend/deliveries?" + relation + "=" + delivery,
                    HEADER + "03/04/2025,Ordinary Ltd,6.00,ink\n",
                    Map.of("Content-Type", "text/csv"));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
        }
        var now = api.get(AS_VICTIM, "/v1/deliveries/" + delivery);
        assertThat(now.get("state").asText()).isEqualTo("APPLIED");
        assertThat(now.has("supersededBy") && !now.get("supersededBy").isNull()).isFalse();
    }

    @Test
    void givesNobodyAnothersDeliveryForTheSameBytes() throws IOException {
        // Given
        var original =
                get(AS_VICTIM, "/v1/deliveries/" + delivery + "/original").body();

        // When
        var own = send(
                AS_INTRUDER,
                "POST",
                "/v1/anchors/" + INTRUDER + "/feeds/others/deliveries",
                original,
                Map.of("Content-Type", "text/csv"));
        feed(INTRUDER, "others");
        var again = api.post(
                AS_INTRUDER,
                "/v1/anchors/" + INTRUDER + "/feeds/others/deliveries",
                BodyPublishers.ofString(original.replace(SECRET, "Ordinary").replace("1234.56", "4321.00")),
                Map.of("Content-Type", "text/csv"));

        // Then
        assertThat(own.statusCode()).isEqualTo(404);
        assertThat(again.get("anchor").asText()).isEqualTo(INTRUDER);
        assertThat(again.get("id").asText()).isNotEqualTo(delivery);
    }

    @Test
    void leavesAnUploadToWhoBeganIt() {
        var part = Map.of("Content-Type", "application/partial-upload", "Upload-Offset", "8", "Upload-Complete", "?1");
        assertThat(Whole.direct()
                        .send(AS_INTRUDER, "HEAD", upload, BodyPublishers.noBody(), Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(AS_INTRUDER, "PATCH", upload, "x", part).statusCode()).isEqualTo(404);
        assertThat(send(AS_INTRUDER, "DELETE", upload, "", Map.of()).statusCode())
                .isEqualTo(404);

        var stands = send(AS_VICTIM, "HEAD", upload, "", Map.of());
        assertThat(stands.headers().firstValue("Upload-Offset")).contains("8");
    }

    @Test
    void tellsNothingOfASupplierThatOnlyAnotherNames() {
        var json = Map.of("Content-Type", "application/json");
        var form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        var answers = List.of(
                get(AS_INTRUDER, "/v1/suppliers?q=" + SECRET),
                get(AS_INTRUDER, "/v1/suppliers/" + supplier),
                get(AS_INTRUDER, "/v1/suppliers/" + supplier + "?asOf=2030-01-01T00:00:00Z"),
                get(AS_INTRUDER, "/v1/suppliers/" + supplier + "/history"),
                get(AS_INTRUDER, "/v1/suppliers/" + supplier + "/mentions"),
                get(AS_INTRUDER, "/v1/identifications"),
                get(AS_INTRUDER, "/v1/alerts"),
                get(AS_INTRUDER, "/v1/reconcile/preview?id=" + supplier),
                get(AS_INTRUDER, "/v1/reconcile/flyout/entity?id=" + supplier),
                get(AS_INTRUDER, "/v1/reconcile/suggest/entity?prefix=" + SECRET),
                send(AS_INTRUDER, "POST", "/v1/match", "{\"queries\":[{\"name\":\"" + SECRET + "\"}]}", json),
                send(
                        AS_INTRUDER,
                        "POST",
                        "/v1/reconcile",
                        "queries=%7B%22q0%22%3A%7B%22query%22%3A%22" + SECRET + "%22%7D%7D",
                        form));
        for (var answer : answers) {
            // What was asked for may be said back; what it is called in full may not be told.
            assertThat(answer.body())
                    .as(answer.request().uri().toString())
                    .doesNotContain("Zyxquill Fabrication")
                    .doesNotContain("Mr Z")
                    .doesNotContain(VICTIM);
        }
    }

    @Test
    void changesNothingInAnothersFeeds() {
        var json = Map.of("Content-Type", "application/json");
        var csv = Map.of("Content-Type", "text/csv");
        var feed = "/v1/anchors/" + VICTIM + "/feeds/spend";
        assertThat(send(AS_INTRUDER, "PUT", feed, "{\"title\":\"mine\"}", json).statusCode())
                .isEqualTo(403);
        assertThat(send(AS_INTRUDER, "POST", feed + "/mapping-proposals", HEADER, csv)
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(AS_INTRUDER, "POST", feed + "/deliveries", HEADER, csv).statusCode())
                .isEqualTo(403);
        assertThat(send(AS_INTRUDER, "POST", "/v1/anchors/" + VICTIM + "/credentials", "", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(AS_INTRUDER, "DELETE", "/v1/anchors/" + VICTIM + "/credentials/former", "", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(api.get(AS_VICTIM, feed).get("title").asText()).isNotEqualTo("mine");
    }

    @Test
    void tellsNobodyElseWhatAnAnchorIsTold() {
        var json = Map.of("Content-Type", "application/json");
        var wish = "{\"title\":\"roles\",\"address\":\"http://127.0.0.1:9/\",\"events\":[\"delivery.applied\"]}";
        var webhook = "/v1/webhooks/"
                + api.post(AS_VICTIM, "/v1/webhooks", BodyPublishers.ofString(wish), json)
                        .at("/webhook/id")
                        .asText();
        var notice = webhook + "/notices/"
                + api.post(AS_VICTIM, webhook + "/test", BodyPublishers.noBody(), Map.of())
                        .get("id")
                        .asText();
        for (var path : List.of(webhook, webhook + "/notices", notice)) {
            assertThat(get(AS_INTRUDER, path).statusCode()).as(path).isEqualTo(404);
        }
        for (var path : List.of(webhook + "/secret", webhook + "/test", notice + "/replay")) {
            assertThat(send(AS_INTRUDER, "POST", path, "", Map.of()).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(send(AS_INTRUDER, "POST", webhook + "/replay", "{\"from\":\"2026-01-01T00:00:00Z\"}", json)
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(AS_INTRUDER, "PUT", webhook, wish, json).statusCode()).isEqualTo(404);
        assertThat(send(AS_INTRUDER, "DELETE", webhook, "", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(send(AS_INTRUDER, "POST", "/v1/webhooks?anchor=" + VICTIM, wish, json)
                        .statusCode())
                .isEqualTo(403);
        assertThat(isOf(get(AS_INTRUDER, "/v1/webhooks").body())).isFalse();
        assertThat(get(AS_VICTIM, webhook).statusCode()).isEqualTo(200);
    }

    @Test
    void isWrittenDown() {
        // When
        var original = "/v1/deliveries/" + delivery + "/original";
        get(AS_INTRUDER, original);
        get(AS_INTRUDER, "/v1/insights/lines?anchor=" + VICTIM);
        get(AS_INTRUDER, "/v1/suppliers/" + supplier + "/mentions");

        // Then
        assertThat(deeds("spend-ingest")).contains("GET " + original + " 404");
        assertThat(deeds("insight-service")).contains("GET /v1/insights/lines?anchor=" + VICTIM + " 403");
        assertThat(deeds("supplier-registry"))
                .anyMatch(deed -> deed.startsWith("GET /v1/suppliers/" + supplier + "/mentions "));
    }

    private static List<String> deeds(String service) {
        var deeds = new ArrayList<String>();
        for (var deed : api.get("admin-cli-demo", "/v1/audit/" + service + "?limit=1000&client=" + AS_INTRUDER)
                .get("items")) {
            deeds.add(deed.get("method").asText() + " " + deed.get("target").asText() + " "
                    + deed.get("status").asText());
        }
        return deeds;
    }

    /** Whether an answer tells anything of the victim's: its id, its delivery, or what stands in its lines. */
    private static boolean isOf(String body) {
        return List.of(SECRET, VICTIM, delivery, "1234.56").stream().anyMatch(body::contains);
    }

    private static List<Operation> questions() {
        var document = Whole.tree(get(null, "/openapi.json").body());
        return Operation.all(document).stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation -> operation.path().startsWith("/v1/insights/")
                        || operation.path().startsWith("/v1/exports/"))
                .toList();
    }

    private static String path(Operation operation) {
        return operation.path().replace("{delivery}", delivery).replace("{row}", "1");
    }

    private static HttpResponse<String> get(String client, String path) {
        return send(client, "GET", path, "", Map.of());
    }

    private static HttpResponse<String> send(
            String client, String method, String path, String body, Map<String, String> headers) {
        var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return api.send(client, method, path, publisher, headers);
    }

    private static JsonNode push(String anchor, String lines) throws IOException {
        var file = Files.writeString(folder.resolve(anchor + ".csv"), HEADER + lines);
        var pushed = new Pushing(api, new Progress(System.out, false))
                .push("publisher-" + anchor, anchor, "spend", file, Map.of("vatBasis", "NET"));
        assertThat(pushed.get("state").asText()).isEqualTo("APPLIED");
        return pushed;
    }

    private static void feed(String anchor, String feed) {
        api.put("publisher-" + anchor, "/v1/anchors/" + anchor + "/feeds/" + feed, Map.of("vatBasis", "NET"));
    }

    /** The supplier that the registry made of the victim's writing alone, once it has. */
    private static String awaitSupplier() {
        for (int tries = 0; tries < 600; tries++) {
            for (var line : api.get(AS_VICTIM, "/v1/insights/lines").get("items")) {
                if (line.hasNonNull("supplier")
                        && line.path("supplierName").asText().contains("Fabrication")) {
                    return line.get("supplier").asText();
                }
            }
            Pause.millis(100);
        }
        throw new AssertionError("the registry identified nothing within a minute");
    }
}
