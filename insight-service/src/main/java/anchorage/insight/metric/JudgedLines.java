package anchorage.insight.metric;

import anchorage.insight.ledger.Ledger;
import anchorage.insight.ledger.LedgerEntry;
import anchorage.insight.metric.Judgements.TooLargeToKeep;
import anchorage.insight.metric.Question.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The lines a question is about, as a relation called {@code judged}: each with its scope and the rule that put it
 * there, the supplier it is identified as, the district of the premises that count, and the verdict of the local
 * definition.
 */
@ApplicationScoped
public class JudgedLines {

    private static final String SELECTED = """
            , filtered AS (
                SELECT * FROM joined WHERE {filters}
            ),
            judged AS (
                {top} WHERE {verdict}
            )
            """;

    /** Payments to each anchor's largest suppliers, for comparison with studies that looked at those alone. */
    private static final String TOP = """
            SELECT filtered.* FROM filtered JOIN (
                SELECT anchor, supplier, row_number() OVER (PARTITION BY anchor ORDER BY paid DESC, supplier) AS place
                FROM (
                    SELECT anchor, supplier, sum(amount) AS paid FROM filtered
                    WHERE supplier IS NOT NULL GROUP BY anchor, supplier
                ) AS paid_in_all
            ) AS ranked ON ranked.anchor = filtered.anchor AND ranked.supplier = filtered.supplier
                AND ranked.place <= %d
            """;

    private static final Logger LOG = Logger.getLogger(JudgedLines.class);

    private final Ledger ledger;
    private final FactMoments moments;
    private final Judgements judgements;

    JudgedLines(Ledger ledger, FactMoments moments, Judgements judgements) {
        this.ledger = ledger;
        this.moments = moments;
        this.judgements = judgements;
    }

    /** The deliveries that a question reads. */
    public List<LedgerEntry> deliveries(Question question) {
        return ledger.asOf(question.moments().ledger(), question.anchors());
    }

    /** A {@code WITH} clause that ends in {@code judged}, from the ledger itself, with all that is told of a line. */
    public String sql(Question question) {
        return sql(question, deliveries(question));
    }

    /** The same of one delivery alone, or of none where the question does not read it. */
    public String sql(Question question, UUID delivery) {
        var one = deliveries(question).stream()
                .filter(entry -> entry.delivery().equals(delivery))
                .toList();
        return sql(question, one);
    }

    /**
     * The question with the moments at which its facts last changed: as long as nothing of what it asks for does, its SQL
     * over the same deliveries is the same, and so are the lines.
     */
    public Question settled(Question question) {
        var last = moments.of(question);
        return question.knowing(new Moments(
                question.moments().ledger(), last.suppliers(), last.places(), last.ownership(), last.ownershipOn()));
    }

    private static String sql(Question question, List<LedgerEntry> deliveries) {
        return Judging.facts(question) + Judging.lines(question, deliveries, question.days()) + selected(question);
    }

    /**
     * Does something with the same, of which lines have only what figures of that grain need; from what is kept, where
     * that is worth it. The name of a supplier is in {@code described_supplier}.
     */
    <T> T kept(Question question, Grain grain, Function<String, T> work) {
        var moments = this.moments.of(question);
        var basis = new Judgements.Basis(
                question.definition().reference(), question.rules().reference(), question.whose(), moments);
        var last = Stream.of(moments.suppliers(), moments.places(), moments.ownership())
                .max(Instant::compareTo)
                .orElseThrow();
        if (!judgements.isWorthKeeping(last)) {
            return work.apply(sql(question));
        }
        try {
            return judgements.with(
                    basis,
                    grain,
                    deliveries(question),
                    missing -> Judging.facts(question)
                            + Judging.lines(question, missing, Days.ALL)
                            + " "
                            + Grain.LINE.select("joined"),
                    relation -> work.apply(Judging.facts(question) + ", joined AS (SELECT * FROM (" + relation
                            + ") AS kept WHERE " + question.days().sql() + ")" + selected(question)));
        } catch (TooLargeToKeep sum) {
            LOG.warn("a question is answered from the lines themselves, which is slow: are there wrong amounts?", sum);
            return work.apply(sql(question));
        }
    }

    private static String selected(Question question) {
        return Sql.fill(
                SELECTED,
                Map.of(
                        "filters", filters(question),
                        "top", question.top().map(TOP::formatted).orElse("SELECT * FROM filtered"),
                        "verdict", verdict(question)));
    }

    private static String filters(Question question) {
        return "true"
                + question.scope()
                        .map(scope -> " AND scope = " + Sql.text(scope))
                        .orElse("")
                + question.where().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> " AND " + each.getKey().sql() + " = " + Sql.text(each.getValue()))
                        .collect(Collectors.joining())
                + question.supplier()
                        .map(supplier -> " AND supplier = CAST(" + Sql.text(supplier) + " AS UUID)")
                        .orElse("");
    }

    private static String verdict(Question question) {
        return question.verdict()
                .map((Verdict verdict) -> "verdict = " + Sql.text(verdict))
                .orElse("true");
    }
}
