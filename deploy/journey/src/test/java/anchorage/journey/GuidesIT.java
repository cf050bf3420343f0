package anchorage.journey;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.desk.Progress;
import anchorage.desk.Pushing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What data teams' own tools send, as the guides have them. */
@ExtendWith(Whole.class)
class GuidesIT {

    @TempDir
    static Path folder;

    /** The program of docs/r.md, as it stands there, where there is R with httr2. */
    @Test
    void servesAProgramOfR() throws Exception {
        // Given
        var ledger = Rochdale.given("r", folder);
        var program = Files.writeString(
                folder.resolve("anchorage.R"), Guide.named("r").program("r"));
        if (!hasR()) {
            System.err.println(
                    "R ABSENT: docs/r.md is not run. This test proves nothing here. Install R with httr2 and jsonlite.");
        }
        Assumptions.assumeTrue(hasR(), "no Rscript with httr2 and jsonlite");

        // When
        var run = Guide.process(
                List.of(
                        "Rscript",
                        program.toString(),
                        Whole.address(),
                        "publisher-r",
                        "r",
                        "E08000005",
                        ledger.toString()),
                folder,
                Map.of("ANCHORAGE_SECRET", Whole.stack().secrets().of("publisher-r")));

        // Then
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "APPLIED read 2 accepted 2",
                        "local share at least",
                        "suppliers in E08000005 3",
                        "lines 2 of 100 pounds");
    }

    private static boolean hasR() throws Exception {
        try {
            return Guide.process(List.of("Rscript", "-e", "library(httr2); library(jsonlite)"), folder, Map.of())
                            .exit()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** The commands of the pages for people of a kind. */
    @ParameterizedTest
    @ValueSource(strings = {"data-team", "steward"})
    void servesPeopleWhoFollowTheirPage(String page) throws Exception {
        // Given
        Rochdale.given("followed", folder);
        new Pushing(Whole.api(), new Progress(System.out, false))
                .push("publisher-followed", "followed", "spend", folder.resolve("followed.csv"), Map.of());

        // When
        var ended = Guide.shell(
                String.join("\n", Guide.named(page).commands()).replace("curl -s", "curl -sS --fail-with-body"),
                folder,
                Map.of());

        // Then
        assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
        assertThat(ended.out()).doesNotContain("problems/");
    }

    /** The copies of docs/data-team.md, kept again and again as they are there. */
    @Test
    void keepsCopiesThatGrowByWhatIsNew() throws Exception {
        // Given
        var place = Files.createDirectories(folder.resolve("mirror"));
        push(Rochdale.given("mirrored", place));
        keepUntilNothingIsNew(place);
        var suppliers = Files.readString(place.resolve("suppliers.csv"));
        var deliveries = Files.readString(place.resolve("deliveries.csv"));

        // When
        push(Files.writeString(
                place.resolve("second.csv"),
                "Date paid,Supplier name,Net amount\n03/04/2025,Spotland Weavers Ltd,1.00\n"));
        keepUntilNothingIsNew(place);

        // Then
        var deliveriesNow = Files.readString(place.resolve("deliveries.csv"));
        assertThat(suppliers).contains("SPOTLAND WEAVERS LIMITED", "NORDEN TANNERS LIMITED");
        assertThat(Files.readString(place.resolve("suppliers.csv"))).isEqualTo(suppliers);
        assertThat(deliveriesNow).startsWith(deliveries);
        assertThat(deliveriesNow.substring(deliveries.length()))
                .contains(",mirrored,spend,APPLIED,")
                .contains("second.csv");
    }

    private static void push(Path ledger) throws Exception {
        new Pushing(Whole.api(), new Progress(System.out, false))
                .push("publisher-mirrored", "mirrored", "spend", ledger, Map.of());
    }

    /** Facts are still on their way between the services when a load of a register is done. */
    private static void keepUntilNothingIsNew(Path place) throws Exception {
        var keep =
                String.join("\n", Guide.named("data-team").commands()).replace("curl -s", "curl -sS --fail-with-body");
        var file = place.resolve("copy.parquet");
        var before = FileTime.fromMillis(0);
        for (int times = 0; times < 20; times++) {
            var kept = Guide.shell(keep, place, Map.of());
            assertThat(kept.exit()).as(kept.out() + kept.err()).isZero();
            var now = Files.getLastModifiedTime(file);
            if (now.equals(before)) {
                return;
            }
            before = now;
        }
        throw new AssertionError("the ledger was sent twenty times, each time as if something had changed");
    }

    /** What docs/excel.md has Power Query send: its own question, and those of its table. */
    @Test
    void answersWhatExcelAsks() throws Exception {
        // Given
        Rochdale.given("excel", folder);
        var page = Guide.named("excel").text();
        var asked = Pattern.compile("(v1/insights/[a-z/-]+)[`\",\\s|]+(?:Query = )?`?\\[([^\\]]+)]")
                .matcher(page)
                .results()
                .toList();
        assertThat(asked).hasSize(5);

        // When
        var answers = asked.stream()
                .map(question -> Whole.api()
                        .csv(
                                "publisher-excel",
                                "/" + question.group(1) + "?"
                                        + query(question.group(2).replace("my-council", "excel"))))
                .toList();

        // Then
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.lines().findFirst().orElseThrow()).contains(","));
        assertThat(answers.get(0).lines().findFirst().orElseThrow().split(","))
                .contains(
                        "month",
                        "lines",
                        "suppliers",
                        "total",
                        "local",
                        "elsewhere",
                        "unknown",
                        "share_at_least",
                        "share_at_most",
                        "share_of_known");
    }

    /** Power Query's record as a query. */
    private static String query(String record) {
        return record.replaceAll("\\s*=\\s*\"([^\"]*)\"", "=$1").replaceAll(",\\s*", "&");
    }
}
