package anchorage.insight.metric;

import anchorage.insight.ledger.LedgerEntry;
import anchorage.insight.metric.Basis.Coverage;
import anchorage.insight.metric.Basis.GeographyBasis;
import anchorage.insight.metric.Basis.LedgerBasis;
import anchorage.insight.metric.Basis.RegistryBasis;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says what answers rest on. */
@ApplicationScoped
public class Bases {

    private static final String COVERAGE = """
            SELECT coalesce(sum(amount), 0) AS total,
                coalesce(sum(CASE WHEN verdict <> 'UNKNOWN' THEN amount END), 0) AS located,
                coalesce(sum(CASE WHEN state = 'DECIDED' THEN amount END), 0) AS identified
            FROM judged
            """;

    private final JudgedLines lines;
    private final Asking asking;

    Bases(JudgedLines lines, Asking asking) {
        this.lines = lines;
        this.asking = asking;
    }

    /** The basis of an answer to the question, whose coverage is that of the lines of every verdict. */
    public Basis of(Question question) {
        return of(
                question,
                asking.sums(question.saying(Optional.empty()), List.of(), COVERAGE, row -> {
                            var total = row.getBigDecimal("total");
                            return new Coverage(
                                    Money.share(row.getBigDecimal("identified"), total),
                                    Money.share(row.getBigDecimal("located"), total));
                        })
                        .get(0));
    }

    /** The basis of an answer to the question, whose coverage is known already. */
    Basis of(Question question, Coverage coverage) {
        var deliveries = lines.deliveries(question);
        var vatBases = deliveries.stream()
                .map(LedgerEntry::vatBasis)
                .distinct()
                .sorted()
                .toList();
        return new Basis(
                question.asOf(),
                question.anchors(),
                new LedgerBasis(
                        deliveries.size(),
                        deliveries.stream().mapToLong(LedgerEntry::lines).sum()),
                new RegistryBasis(number(
                        question,
                        known -> "SELECT count(*) FROM identification WHERE state = 'DECIDED' AND "
                                + Sql.knownAt(known.moments().suppliers()))),
                new GeographyBasis(number(
                        question,
                        known -> "SELECT count(*) FROM place WHERE "
                                + Sql.knownAt(known.moments().places()))),
                question.definition().reference(),
                question.rules().reference(),
                vatBases,
                coverage,
                warnings(question, vatBases));
    }

    private List<String> warnings(Question question, List<String> vatBases) {
        var warnings = new ArrayList<String>();
        if (vatBases.size() > 1) {
            warnings.add(
                    "Amounts on different VAT bases are added: " + vatBases + ". Ask by=anchor to keep them apart.");
        }
        if (vatBases.contains("UNKNOWN")) {
            warnings.add("It is not known whether some amounts include VAT.");
        }
        if (question.whose() == Question.Whose.OWNER) {
            warnings.add("A line is put where the body is that owns its supplier in the end, by the parents that are "
                    + "stated; where none is known, it is UNKNOWN.");
        }
        var withoutArea = asking.withoutArea(question);
        if (!withoutArea.isEmpty()) {
            warnings.add("The area '" + question.definition().name() + "' around " + withoutArea
                    + " is not known, so their lines are UNKNOWN. Import an area-lookup that has their home places.");
        }
        if (question.anchors().stream().anyMatch(anchor -> anchor.startsWith("demo-"))) {
            warnings.add("These are figures of the demonstration region. Its anchors and suppliers are made up.");
        }
        return warnings;
    }

    private long number(Question question, Function<Question, String> select) {
        return asking.facts(question, select, row -> row.getLong(1)).get(0);
    }
}
