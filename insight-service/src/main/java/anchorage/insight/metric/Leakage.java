package anchorage.insight.metric;

import anchorage.insight.metric.Basis.Coverage;
import anchorage.insight.metric.Question.Verdict;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much of the money leaves, and where it goes. With E the pounds that the definition calls elsewhere and T all pounds
 * in scope, leakage is E, and its share E / T. What cannot be located is never leakage: with U unknown, at most
 * (E + U) / T leaves.
 */
@ApplicationScoped
public class Leakage {

    private final Asking asking;
    private final Bases bases;

    Leakage(Asking asking, Bases bases) {
        this.asking = asking;
        this.bases = bases;
    }

    /** An answer: one row for each value of the breakdown that money leaks to, the largest first, and the whole. */
    @Schema(name = "Leakage")
    public record Answer(Basis basis, List<Row> rows, Row total) implements Answered {}

    /**
     * Money is in pounds with two decimal places, shares from 0 to 1 with four.
     *
     * @param placeName the name of the key's place
     * @param lines how many lines leak
     * @param suppliers how many different suppliers they pay
     * @param leakage E, in this row
     * @param spend all in scope of this row's key: T, on the whole
     * @param shareOfLeakage the row's leakage by the whole leakage
     * @param shareOfSpend the row's leakage by all spend in scope
     */
    @Schema(name = "LeakageRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            Map<String, String> key,
            String placeName,
            long lines,
            long suppliers,
            String leakage,
            String spend,
            String shareOfLeakage,
            String shareOfSpend,
            LinesLink links) {}

    /** Answers the question, broken down by the dimensions. */
    public Answer of(Question question, List<Dimension> by) {
        var breakdown = new Breakdown(by);
        var leaking = question.saying(Optional.of(Verdict.ELSEWHERE));
        var names = by.contains(Dimension.PLACE) ? asking.placeNames(question) : Map.<String, String>of();
        var rows = new ArrayList<Row>();
        var coverages = new ArrayList<Coverage>();
        var whole = new ArrayList<BigDecimal>();
        asking.eachSum(question.saying(Optional.empty()), by, select(breakdown), result -> {
            if (result.getInt("is_total") == 1) {
                whole.add(result.getBigDecimal("leakage"));
                whole.add(result.getBigDecimal("spend"));
                coverages.add(new Coverage(
                        Money.share(result.getBigDecimal("identified"), whole.get(1)),
                        Money.share(result.getBigDecimal("located"), whole.get(1))));
                rows.add(row(result, Map.of(), null, whole, leaking));
            } else {
                var key = breakdown.key(result);
                rows.add(row(result, key, names.get(key.getOrDefault("place", "")), whole, leaking));
            }
        });
        return new Answer(bases.of(question, coverages.get(0)), rows.subList(1, rows.size()), rows.get(0));
    }

    private static String select(Breakdown breakdown) {
        return """
                SELECT %s, sum(CASE WHEN verdict = 'ELSEWHERE' THEN line_count END) AS lines,
                    count(DISTINCT supplier) FILTER (WHERE verdict = 'ELSEWHERE') AS suppliers,
                    coalesce(sum(CASE WHEN verdict = 'ELSEWHERE' THEN amount END), 0) AS leakage,
                    coalesce(sum(CASE WHEN verdict <> 'UNKNOWN' THEN amount END), 0) AS located,
                    coalesce(sum(CASE WHEN state = 'DECIDED' THEN amount END), 0) AS identified,
                    coalesce(sum(amount), 0) AS spend
                FROM %s GROUP BY %s
                HAVING %s count(CASE WHEN verdict = 'ELSEWHERE' THEN 1 END) > 0
                ORDER BY is_total DESC, leakage DESC%s
                """.formatted(
                        breakdown.columns(),
                        breakdown.from(),
                        breakdown.sets(),
                        breakdown.by().isEmpty() ? "true OR" : "grouping(key0) = 1 OR",
                        breakdown.by().isEmpty() ? "" : ", " + breakdown.names());
    }

    private static Row row(
            ResultSet result, Map<String, String> key, String placeName, List<BigDecimal> whole, Question leaking)
            throws SQLException {
        var leakage = result.getBigDecimal("leakage");
        return new Row(
                key,
                placeName,
                result.getLong("lines"),
                result.getLong("suppliers"),
                Money.pounds(leakage),
                Money.pounds(result.getBigDecimal("spend")),
                Money.share(leakage, whole.get(0)),
                Money.share(leakage, whole.get(1)),
                LinesLink.to(leaking, key));
    }
}
