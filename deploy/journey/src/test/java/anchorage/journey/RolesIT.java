package anchorage.journey;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.desk.Api;
import anchorage.desk.Progress;
import anchorage.desk.Pushing;
import anchorage.local.Anchoring;
import anchorage.local.part.Pause;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every operation of the document, used by everybody: each is answered as the document declares. */
@ExtendWith(Whole.class)
class RolesIT {

    private static final Map<String, Integer> SERVICES =
            Map.of("spend-ingest", 8081, "supplier-registry", 8082, "insight-service", 8083);

    /** Which anchors there are, and what is known of each, is told to everybody who may come in. */
    private static final Set<String> OF_ANY_ANCHOR = Set.of("AnchorResource_read");

    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    @TempDir
    static Path folder;

    private static Callers callers;
    private static List<Operation> operations;
    private static final Map<String, String> KNOWN = new TreeMap<>();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void comeToTheDoor() throws Exception {
        var api = Whole.api();
        var anchoring = new Anchoring(api, Whole.stack().secrets());
        for (var anchor : List.of(Callers.OWN, Callers.OTHER)) {
            anchoring.put(anchor, Map.of("name", anchor, "kind", "LOCAL_AUTHORITY", "homePlace", "E08000009"));
        }
        operations = Operation.all(Whole.tree(api.send(null, "GET", "/openapi.json", BodyPublishers.noBody(), Map.of())
                .body()));
        callers = Callers.of(Whole.stack(), api);
        know(api);
    }

    @Test
    void letsInNobodyWithoutAGoodToken() throws InterruptedException {
        var wrong = new ArrayList<String>();
        int asked = 0;
        for (var caller : callers.bad().entrySet()) {
            for (var operation : operations) {
                if (operation.isOpen()) {
                    continue;
                }
                var answer = answer(gateway(), operation, caller.getValue());
                asked++;
                expect(401, "/problems/not-authenticated", operation, caller.getKey(), answer, wrong);
            }
        }
        told("no good token", asked);
        assertThat(wrong).isEmpty();
    }

    @Test
    void letsARoleDoWhatTheDocumentSaysAndNothingElse() {
        var wrong = new ArrayList<String>();
        int asked = 0;
        for (var caller : callers.roles().entrySet()) {
            for (var operation : operations) {
                var answer = answer(gateway(), operation, caller.getValue());
                asked++;
                if (!operation.isOpen() && !operation.roles().contains(caller.getKey())) {
                    expect(403, "/problems/forbidden", operation, caller.getKey(), answer, wrong);
                } else if (isRefusal(answer) || !operation.answers().contains(answer.statusCode())) {
                    wrong.add(caller.getKey() + " may " + operation + " and is answered " + said(answer)
                            + "; declared are " + operation.answers());
                } else if (answer.statusCode() >= 400) {
                    expectProblem(operation, caller.getKey(), answer, wrong);
                }
            }
        }
        told("roles", asked);
        assertThat(wrong).isEmpty();
    }

    @Test
    void keepsAnAnchorsThingsFromEveryOther() {
        var wrong = new ArrayList<String>();
        int asked = 0;
        for (var caller : callers.others().entrySet()) {
            for (var operation : operations) {
                if (!operation.isOfAnAnchor() || OF_ANY_ANCHOR.contains(operation.id())) {
                    continue;
                }
                var answer = answer(gateway(), operation, caller.getValue());
                asked++;
                if (answer.statusCode() != 403 && answer.statusCode() != 404) {
                    wrong.add(caller.getKey() + " is answered " + said(answer) + " to " + operation);
                } else {
                    expectProblem(operation, caller.getKey(), answer, wrong);
                }
                if (answer.body().contains(Callers.OWN) && !operation.path().contains("{anchor}")) {
                    wrong.add(caller.getKey() + " is told whose it is by " + operation + ": " + answer.body());
                }
            }
        }
        told("another anchor's", asked);
        assertThat(wrong).isEmpty();
    }

    @Test
    void opensWhatIsOpenToThoseWhoSendNoToken() {
        var wrong = new ArrayList<String>();
        int asked = 0;
        for (var operation : operations) {
            if (!operation.isOpen()) {
                continue;
            }
            var answer = answer(gateway(), operation, null);
            asked++;
            if (isRefusal(answer) || !operation.answers().contains(answer.statusCode())) {
                wrong.add(operation + " is open and is answered " + said(answer));
            }
        }
        told("open", asked);
        assertThat(asked).isPositive();
        assertThat(wrong).isEmpty();
    }

    @Test
    void refusesAtTheServiceItselfATokenThatIsForTheOthersOnly() throws IOException {
        var wrong = new ArrayList<String>();
        int asked = 0;
        for (var service : SERVICES.entrySet()) {
            var paths = paths(service.getKey());
            var origin = "http://127.0.0.1:" + Whole.stack().home().port(service.getValue());
            for (var operation : operations) {
                if (operation.isOpen() || !paths.contains(operation.path())) {
                    continue;
                }
                for (var token : new String[] {callers.notFor(service.getKey()), null}) {
                    var answer = answer(origin, operation, token);
                    asked++;
                    expect(401, "/problems/not-authenticated", operation, "straight to it", answer, wrong);
                }
            }
        }
        told("straight to the service", asked);
        assertThat(asked).isGreaterThan(operations.size());
        assertThat(wrong).isEmpty();
    }

    private static void expect(
            int status,
            String type,
            Operation operation,
            String caller,
            HttpResponse<String> answer,
            List<String> wrong) {
        if (answer.statusCode() != status) {
            wrong.add(caller + ": " + operation + " is answered " + said(answer) + " where " + status + " is declared");
        } else if (!operation.method().equals("HEAD") && !answer.body().contains("\"type\":\"" + type + "\"")) {
            wrong.add(caller + ": " + operation + " is answered without the type " + type + ": " + answer.body());
        } else {
            expectProblem(operation, caller, answer, wrong);
        }
    }

    /** Every refusal is a problem document whose type leads to a page. */
    private static void expectProblem(
            Operation operation, String caller, HttpResponse<String> answer, List<String> wrong) {
        if (operation.method().equals("HEAD")) {
            return;
        }
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) {
            wrong.add(caller + ": " + operation + " is refused as " + type);
            return;
        }
        var slug = Pattern.compile("\"type\":\"[^\"]*[/#]([a-z-]+)\"").matcher(answer.body());
        var page = slug.find() ? Whole.root().resolve("docs/problems/" + slug.group(1) + ".md") : Whole.root();
        if (!Files.isRegularFile(page)) {
            wrong.add(caller + ": " + operation + " is refused with a type that leads nowhere: " + answer.body());
        }
    }

    private static boolean isRefusal(HttpResponse<String> answer) {
        return answer.statusCode() == 401 || answer.statusCode() == 403;
    }

    private static String said(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body();
    }

    private static void told(String what, int asked) {
        System.out.println(
                "roles by operations: " + what + ": " + asked + " requests, of " + operations.size() + " operations");
    }

    private static String gateway() {
        return Whole.stack().home().gateway();
    }

    private static HttpResponse<String> answer(String origin, Operation operation, String token) {
        var path = operation.path();
        for (var known : KNOWN.entrySet()) {
            path = path.replace("{" + known.getKey() + "}", known.getValue());
        }
        assertThat(path).as("a parameter of %s is not known here", operation).doesNotContain("{");
        var request = HttpRequest.newBuilder(URI.create(origin + path + Requests.query(operation)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        Requests.headers(operation).forEach(request::header);
        operation.mediaType().ifPresent(type -> request.header("Content-Type", type.equals("*/*") ? "text/csv" : type));
        request.method(
                operation.method(),
                operation.mediaType().isEmpty()
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(Requests.body(operation)));
        return patiently(request.build());
    }

    /** Sends, and waits where the door asks to. */
    private static HttpResponse<String> patiently(HttpRequest request) {
        try {
            for (; ; ) {
                var answer = HTTP.send(request, BodyHandlers.ofString());
                if (answer.statusCode() != 429) {
                    return answer;
                }
                Pause.millis(
                        1000 * answer.headers().firstValueAsLong("Retry-After").orElse(1));
            }
        } catch (IOException failure) {
            throw new IllegalStateException(request.method() + " " + request.uri(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What the operations' addresses name: things of {@link Callers#OWN}'s where they are an anchor's. */
    private static void know(Api api) throws IOException {
        var publisher = "publisher-" + Callers.OWN;
        var file = Files.writeString(folder.resolve("roles.csv"), """
                Date paid,Supplier name,Net amount
                01/04/2025,Roles Limited,3.00
                never,Roles Limited,4.00
                """);
        var delivery = new Pushing(api, new Progress(System.out, false))
                .push(publisher, Callers.OWN, "spend", file, Map.of("vatBasis", "NET"));
        var upload = api.send(
                publisher,
                "POST",
                "/v1/anchors/" + Callers.OWN + "/feeds/spend/deliveries",
                BodyPublishers.ofString("Date paid,Supplier name,"),
                Map.of("Content-Type", "text/csv", "Upload-Complete", "?0"));
        var location = upload.headers().firstValue("Location").orElseThrow();
        var key = api.post(
                "steward-demo",
                "/v1/reconcile/keys",
                BodyPublishers.ofString("{\"purpose\":\"roles\"}"),
                Map.of("Content-Type", "application/json"));
        KNOWN.putAll(Map.of(
                "anchor", Callers.OWN,
                "feed", "spend",
                "delivery", delivery.get("id").asText(),
                "upload", location.substring(location.lastIndexOf('/') + 1),
                "key", key.get("key").asText(),
                "kind", "mutuals",
                "name", "district",
                "code", "E08000009",
                "what", "entity",
                "row", "1"));
        var webhook = api.post(
                        publisher,
                        "/v1/webhooks",
                        BodyPublishers.ofString(
                                "{\"title\":\"roles\",\"address\":\"http://127.0.0.1:9/\",\"events\":[\"delivery.applied\"]}"),
                        Map.of("Content-Type", "application/json"))
                .at("/webhook/id")
                .asText();
        var notice = api.post(publisher, "/v1/webhooks/" + webhook + "/test", BodyPublishers.noBody(), Map.of())
                .get("id")
                .asText();
        KNOWN.putAll(Map.of("webhook", webhook, "notice", notice));
        KNOWN.put("service", "spend-ingest");
        KNOWN.putAll(Map.of("supplier", NOBODY, "mention", NOBODY, "merge", NOBODY, "import", NOBODY));
    }

    private static List<String> paths(String service) throws IOException {
        var pattern = Pattern.compile("^  (/v1\\S*):$", Pattern.MULTILINE);
        var document = Files.readString(Whole.root().resolve("docs/api/" + service + ".openapi.yaml"));
        return pattern.matcher(document).results().map(found -> found.group(1)).toList();
    }
}
