package anchorage.journey;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.desk.Following;
import anchorage.desk.Progress;
import anchorage.local.Anchoring;
import anchorage.local.part.Pause;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every row of the table in docs/sandbox.md, pushed as it says, with the file that the portal hands out. */
@ExtendWith(Whole.class)
class SandboxIT {

    private static final String ANCHOR = "demo-sandbox";
    private static final String CLIENT = "publisher-" + ANCHOR;
    private static final Pattern ROW = Pattern.compile(
            "\\| \\[([a-z-]+\\.csv)]\\(sandbox/\\1\\) \\|(.*?)\\| `(\\d{3})` \\|(.*?)\\|(.*?)\\| \\S.* \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static final Guide PAGE = Guide.named("sandbox");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    /** What the page says of a push. */
    private record Row(String file, List<String> with, int answer, List<String> becomes, Set<String> says) {}

    private record Pushed(Row row, HttpResponse<String> answer) {

        String id() {
            return Whole.tree(answer.body()).get("id").asText();
        }
    }

    @BeforeAll
    static void sandbox() {
        new Anchoring(Whole.api(), Whole.stack().secrets())
                .put(ANCHOR, Map.of("name", "Sandbox", "kind", "OTHER", "homePlace", "E08000003"));
    }

    @Test
    void doesWhatItsPageSaysOfEveryFile() throws Exception {
        // Given
        var rows = rows();
        assertThat(rows).hasSizeGreaterThan(14);

        // When
        var pushed = new ArrayList<Pushed>();
        for (int at = 0; at < rows.size(); at++) {
            pushed.add(new Pushed(rows.get(at), push(rows.get(at), "row-" + at)));
        }

        // Then
        var following = new Following(Whole.api(), new Progress(System.out, false), Duration.ofMinutes(2));
        for (var each : pushed) {
            assertThat(each.answer.statusCode())
                    .as(each.row + " " + each.answer.body())
                    .isEqualTo(each.row.answer);
            if (each.row.answer == 202) {
                var delivery = following.toItsEnd(CLIENT, each.id());
                assertThat(List.of(delivery.get("state").asText()))
                        .as(each.row + " " + delivery)
                        .isEqualTo(each.row.becomes);
                assertThat(codes(delivery)).as(each.row.file).isEqualTo(each.row.says);
            } else {
                var type = Whole.tree(each.answer.body()).get("type").asText();
                assertThat(Set.of(type.replaceAll(".*[/#]", "")))
                        .as(each.row.file)
                        .isEqualTo(each.row.says);
                assertThat(each.answer.headers().firstValue("Retry-After").isPresent())
                        .isEqualTo(each.row.answer == 429 || each.row.answer == 503);
            }
        }
    }

    @Test
    void isInNoFigureThatDoesNotNameIt() throws Exception {
        // Given
        var applied = rows().get(0);

        // When
        var once = new Pushed(applied, push(applied, "twice"));
        new Following(Whole.api(), new Progress(System.out, false), Duration.ofMinutes(2)).toItsEnd(CLIENT, once.id());
        var again = new Pushed(applied, push(applied, "twice"));

        // Then
        assertThat(again.id()).isEqualTo(once.id());
        assertThat(anchorsIn("&anchor=" + ANCHOR)).containsExactly(ANCHOR);
        assertThat(anchorsIn("")).isNotEmpty().doesNotContain(ANCHOR);
        assertThat(anchorsIn("&anchor=demo-*")).doesNotContain(ANCHOR);
    }

    @Test
    void isTriedByTheCommandsOfItsPage() throws Exception {
        // When
        var ended = Guide.shell(String.join("\n", PAGE.commands()), folder, Map.of());

        // Then
        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains("some-rows-refused.csv: APPLIED", "unreadable-date")
                .contains("\"fileName\":\"slow.csv\"")
                .contains("review-needed.csv: APPLIED");
        assertThat(stewardIsAsked("Sandbox Workshops")).isTrue();
    }

    /** A mention is decided after its delivery is applied. */
    private static boolean stewardIsAsked(String name) {
        for (int tries = 0; tries < 100; tries++) {
            var queue = Whole.api().get("steward-demo", "/v1/identifications?state=REVIEW&limit=1000");
            if (queue.toString().contains(name)) {
                return true;
            }
            Pause.millis(200);
        }
        return false;
    }

    private static List<Row> rows() {
        return ROW.matcher(PAGE.text())
                .results()
                .map(row -> new Row(
                        row.group(1),
                        codes(row.group(2)),
                        Integer.parseInt(row.group(3)),
                        codes(row.group(4)),
                        Set.copyOf(codes(row.group(5)))))
                .toList();
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
    }

    /** Why the delivery was refused, or why rows of it were, and of what it is warned. */
    private static Set<String> codes(JsonNode delivery) {
        if (delivery.hasNonNull("refused")) {
            return Set.of(delivery.at("/refused/code").asText());
        }
        var codes = new HashSet<String>();
        delivery.path("problems")
                .forEach(problem -> codes.add(problem.get("code").asText()));
        delivery.path("warnings")
                .forEach(warning -> codes.add(warning.get("code").asText()));
        return codes;
    }

    private HttpResponse<String> push(Row row, String feed) throws Exception {
        Whole.api().put(CLIENT, "/v1/anchors/" + ANCHOR + "/feeds/" + feed, Map.of("title", feed, "vatBasis", "NET"));
        var gateway = Whole.stack().home().gateway();
        var file = http.send(
                HttpRequest.newBuilder(URI.create(gateway + "/docs/sandbox/" + row.file))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(file.statusCode()).as(row.file).isEqualTo(200);
        var query = row.with.stream()
                .filter(with -> with.startsWith("?"))
                .findFirst()
                .orElse("");
        var request = HttpRequest.newBuilder(URI.create(
                        Whole.address() + "/v1/anchors/" + ANCHOR + "/feeds/" + feed + "/deliveries" + query))
                .header("Authorization", "Bearer " + Whole.api().token(CLIENT))
                .header("Content-Type", "text/csv")
                .header("Content-Disposition", "attachment; filename=\"" + row.file + "\"")
                .POST(BodyPublishers.ofByteArray(file.body()));
        row.with.stream()
                .filter(with -> with.contains(": "))
                .forEach(with -> request.header(with.split(": ")[0], with.split(": ")[1]));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static List<String> anchorsIn(String anchors) {
        return Whole.api()
                .get("analyst-demo", "/v1/insights/local-share?by=anchor" + anchors)
                .get("rows")
                .findValuesAsText("anchor");
    }
}
