package anchorage.desk.command;

import anchorage.desk.Following;
import anchorage.desk.NotDone;
import anchorage.desk.Outcome;
import anchorage.desk.Pushing;
import anchorage.desk.Reconciliation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "push",
        description =
                "Push files of a feed and follow each until it counts, or is refused. A file of 256 MB or more goes "
                        + "on where an earlier push of it broke off.")
final class PushFiles implements Callable<Integer> {

    /** What an amount of the feed's files is. */
    enum VatBasis {
        NET,
        GROSS,
        UNKNOWN
    }

    private final Report report;

    PushFiles(Surroundings around) {
        this.report = around.report();
    }

    @Mixin
    private Door door;

    @Option(
            names = "--anchor",
            required = true,
            paramLabel = "ID",
            description = "Whose files; or in ANCHORAGE_ANCHOR.")
    private String anchor;

    @Option(
            names = "--feed",
            required = true,
            paramLabel = "ID",
            description = "Of which stream they are, such as over-500; or in ANCHORAGE_FEED. Made if it is not there.")
    private String feed;

    @Option(
            names = "--vat",
            paramLabel = "BASIS",
            description = "What amounts are, for a feed that must be made: ${COMPLETION-CANDIDATES}.")
    private Optional<VatBasis> vat;

    @Option(names = "--supersedes", paramLabel = "DELIVERY", description = "Take the place of that delivery.")
    private Optional<String> supersedes;

    @Option(
            names = "--supplements",
            paramLabel = "DELIVERY",
            description = "Bring that delivery's refused rows, mended.")
    private Optional<String> supplements;

    @Option(
            names = "--expected-total",
            paramLabel = "POUNDS",
            description = "Have the file refused unless its lines come to that.")
    private Optional<String> expectedTotal;

    @Option(
            names = "--expected-lines",
            paramLabel = "COUNT",
            description = "Have the file refused unless it has so many lines.")
    private Optional<String> expectedLines;

    @Option(
            names = "--wait",
            paramLabel = "MINUTES",
            defaultValue = "60",
            description = "How long to follow each delivery (${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--notes",
            paramLabel = "FOLDER",
            description = "Where it is noted which uploads are unfinished (.anchorage/uploads in your home folder).")
    private Path notes = Path.of(System.getProperty("user.home"), ".anchorage", "uploads");

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "CSV, Excel or NDJSON; plain, in a gzip or in a zip.")
    private List<Path> files;

    @Override
    public Integer call() {
        var about = about();
        ReadableFiles.check(files);
        var pushing = new Pushing(door.api(), report.progress())
                .goingOn(notes)
                .waiting(Duration.ofMinutes(minutes))
                .that(about);
        var settings = vat.map(basis -> Map.of("vatBasis", basis.name())).orElse(Map.of());
        for (var file : files) {
            var delivery = pushing.push(door.clientOf(anchor), anchor, feed, file, settings);
            report.file(file.toString(), "delivery", delivery);
            report.tell(Reconciliation.of(delivery));
            report.cameOut(Following.outcome(delivery));
        }
        return report.end();
    }

    /** What the push says of the file beside its name. */
    private Map<String, String> about() {
        var about = new LinkedHashMap<String, String>();
        supersedes.ifPresent(delivery -> about.put("supersedes", delivery));
        supplements.ifPresent(delivery -> about.put("supplements", delivery));
        expectedTotal.ifPresent(pounds -> about.put("expectedTotal", pounds));
        expectedLines.ifPresent(count -> about.put("expectedLines", count));
        if (supersedes.isPresent() && supplements.isPresent()) {
            throw new NotDone(Outcome.WRONG_USE, "A delivery either supersedes another or supplements it.");
        }
        if (!about.isEmpty() && files.size() > 1) {
            throw new NotDone(Outcome.WRONG_USE, "Say one file: what is said of it cannot be true of several.");
        }
        return about;
    }
}
