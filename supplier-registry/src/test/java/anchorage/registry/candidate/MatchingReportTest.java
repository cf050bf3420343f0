package anchorage.registry.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.registry.candidate.LabelledNames.Labelled;
import anchorage.testsupport.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Measures matching on names that the model was not made from. With {@code -Devaluation.write} it writes the docs'
 * figures and picture, baselines included; with {@code -Dmodel.write} it first makes the model's file anew.
 */
class MatchingReportTest {

    private static final Path PAGE = RealData.root().resolve("docs/matching.md");
    private static final Path PICTURE = RealData.root().resolve("docs/matching.svg");
    private static final Path MODEL = Path.of("src/main/resources/anchorage/registry/candidate/model.csv");
    private static final String BEGIN = "<!-- written by MatchingReportTest -->\n";
    private static final String END = "<!-- end of what is written -->\n";

    private static LabelledNames names;
    private static NameIndex index;

    @BeforeAll
    static void read() throws IOException {
        names = LabelledNames.read();
        index = new NameIndex(new ByteBuffersDirectory());
        index.put(names.suppliers());
        index.refresh();
        if (System.getProperty("model.write") != null) {
            var training = names.all().stream()
                    .filter(label -> label.isForTraining() && !label.isContested())
                    .toList();
            var weights = ModelTraining.weights(index, names, training);
            Files.writeString(
                    MODEL, ModelTraining.written(ModelTraining.withThresholds(weights, index, names, training), how()));
        }
    }

    @AfterAll
    static void close() throws IOException {
        if (index != null) {
            index.close();
        }
    }

    @Test
    void decidesAloneWithAPrecisionOfNinetyNineInAHundred() {
        // When
        var links = ours(model(), reported(false));

        // Then
        assertThat(LinkQuality.precision(links)).isGreaterThanOrEqualTo(0.99);
        assertThat(LinkQuality.recall(links, label -> 1)).isGreaterThan(0.68);
    }

    @Test
    void saysInTheDocsWhatItMeasures() throws IOException, SQLException {
        // Given
        var reported = reported(false);
        var ours = ours(model(), reported);
        if (System.getProperty("evaluation.write") != null) {
            write(reported, ours);
        }

        // When
        var page = Files.readString(PAGE);

        // Then
        assertThat(page).contains(MatchingReport.row("Anchorage", ours));
        assertThat(page).contains(MatchingReport.sets(ours));
    }

    private static void write(List<Labelled> reported, List<Link> ours) throws IOException, SQLException {
        Map<String, List<Link>> methods = new LinkedHashMap<>();
        methods.put("Anchorage", ours);
        methods.put("exact normalised name", judged(Baselines.exactName(names.suppliers(), reported)));
        methods.put("TF-IDF cosine", judged(Baselines.cosine(names.suppliers(), reported)));
        methods.put("pg_trgm similarity", judged(Baselines.trigrams(names.suppliers(), reported)));
        var contested = ours(model(), reported(true));
        var page = Files.readString(PAGE);
        var head = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        var tail = page.substring(page.indexOf(END));
        Files.writeString(
                PAGE,
                head + "\n" + MatchingReport.table(methods) + "\n![Precision over recall](matching.svg)\n\n"
                        + MatchingReport.sets(ours) + "\nContested names, which count in none of the above:\n\n"
                        + MatchingReport.sets(contested) + "\n" + tail);
        Files.writeString(PICTURE, MatchingReport.plot(methods));
    }

    private static List<Labelled> reported(boolean contested) {
        return names.all().stream()
                .filter(label -> !label.isForTraining() && label.isContested() == contested)
                .toList();
    }

    private static List<Link> ours(Model model, List<Labelled> labels) {
        var matches = new Matching(model)
                .match(
                        index,
                        labels.stream().map(label -> Sought.named(label.name())).toList());
        var links = new ArrayList<Link>();
        for (int at = 0; at < labels.size(); at++) {
            var match = matches.get(at);
            var likeliest = match.supplier()
                    .or(() -> match.candidates().stream().findFirst().map(Candidate::supplier));
            links.add(new Link(
                    labels.get(at),
                    likeliest,
                    match.supplier().isPresent() ? 1 + match.score() : score(match),
                    match.supplier().isPresent()));
        }
        return judged(links);
    }

    private static double score(Match match) {
        return match.candidates().isEmpty() ? 0 : match.candidates().get(0).score();
    }

    /** Without those that the label says nothing of. */
    private static List<Link> judged(List<Link> links) {
        return links.stream()
                .filter(link -> link.supplier()
                        .filter(supplier -> !names.judges(link.label(), supplier))
                        .isEmpty())
                .toList();
    }

    private static Model model() {
        return Model.shipped();
    }

    private static String how() {
        return """
                A logistic model of whether a candidate is the one looked for. Written by MatchingReportTest with -Dmodel.write:
                Newton's method over the candidates of half of the labelled names (those whose key has an even hash), of which
                no identifier and no name alone decides. POSTCODE_*, IDENTIFIER_DIFFERS, CUT_OFF and FORMER_NAME are set by hand,
                since no labelled name carries them. ACCEPT and MARGIN were chosen on the same half for a precision of 0.992.
                """;
    }
}
