package anchorage.registry.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.registry.candidate.LabelledNames.Labelled;
import anchorage.testsupport.RealData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    private static final String EXACTLY = "the name, to the letter";
    private static final String FOLDED = "the name, in lower case";
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

    @Test
    void seesWhatTwoCouncilsShareThoughTheyWriteItDifferently() throws IOException {
        // When
        var shared = shared();

        // Then
        assertThat(shared.get(EXACTLY)).isEqualTo(new SharedSpend.Shared(107, new BigDecimal("25090729.70")));
        assertThat(shared.get(FOLDED)).isEqualTo(new SharedSpend.Shared(127, new BigDecimal("29856139.10")));
        assertThat(Files.readString(PAGE)).contains(MatchingReport.shared(shared));
    }

    private static Map<String, SharedSpend.Shared> shared() throws IOException {
        var spend = SharedSpend.read();
        var written = spend.names();
        var matches = new Matching(model())
                .match(index, written.stream().map(Sought::named).toList());
        var ids = new HashMap<String, UUID>();
        for (int at = 0; at < written.size(); at++) {
            var name = written.get(at);
            matches.get(at).supplier().ifPresent(supplier -> ids.put(name, supplier));
        }
        var ways = new LinkedHashMap<String, SharedSpend.Shared>();
        ways.put(EXACTLY, spend.by(Optional::of));
        ways.put(FOLDED, spend.by(name -> Optional.of(name.strip().toLowerCase(Locale.ROOT))));
        ways.put("the labels' company or charity numbers", spend.by(spend::number));
        ways.put("Anchorage's ids", spend.by(name -> Optional.ofNullable(ids.get(name))));
        return ways;
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
                        + MatchingReport.sets(contested)
                        + "\nPaid by Bolton and Oldham in 2019 to suppliers of both:\n\n"
                        + MatchingReport.shared(shared()) + "\n" + tail);
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
