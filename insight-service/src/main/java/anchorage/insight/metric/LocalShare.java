package anchorage.insight.metric;

import anchorage.insight.metric.Basis.Coverage;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much of the money stays. With T all pounds in scope, L those the definition calls local, E elsewhere and U
 * unknown, so that T = L + E + U, the share is at least L / T and at most (L + U) / T; of the known money it is
 * L / (L + E).
 */
@ApplicationScoped
public class LocalShare {

    private final Asking asking;
    private final Bases bases;

    LocalShare(Asking asking, Bases bases) {
        this.asking = asking;
        this.bases = bases;
    }

    /** An answer: one row for each value of the breakdown, and the whole. */
    @Schema(name = "LocalShare")
    public record Answer(Basis basis, List<Row> rows, Row total) implements Answered {}

    /**
     * Money is in pounds with two decimal places.
     *
     * @param suppliers how many different suppliers are identified
     * @param credits the part of total that is below zero
     */
    @Schema(name = "LocalShareRow")
    public record Row(
            Map<String, String> key,
            long lines,
            long suppliers,
            String total,
            String credits,
            String local,
            String elsewhere,
            String unknown,
            Share share,
            LinesLink links) {

        /** The same figures under another key. */
        Row named(Map<String, String> other) {
            return new Row(other, lines, suppliers, total, credits, local, elsewhere, unknown, share, links);
        }
    }

    /** From 0 to 1 with four decimal places; absent where there is nothing to divide by. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Share(
            @Schema(description = "L / T", examples = "0.3660")
            String atLeast,

            @Schema(description = "(L + U) / T") String atMost,
            @Schema(description = "L / (L + E)") String ofKnown) {

        static Share of(BigDecimal local, BigDecimal elsewhere, BigDecimal unknown) {
            var total = local.add(elsewhere).add(unknown);
            return new Share(
                    Money.share(local, total),
                    Money.share(local.add(unknown), total),
                    Money.share(local, local.add(elsewhere)));
        }
    }

    /** Answers the question, broken down by the dimensions. */
    public Answer of(Question question, List<Dimension> by) {
        if (question.top().isPresent() && by.stream().anyMatch(dimension -> dimension != Dimension.ANCHOR)) {
            throw new BadQuestion("The largest suppliers of an anchor are those of all its spend in question, so 'top' "
                    + "can only be broken down by anchor.");
        }
        var breakdown = new Breakdown(by);
        var rows = new ArrayList<Row>();
        var totals = new ArrayList<Row>();
        var coverages = new ArrayList<Coverage>();
        asking.eachSum(question, by, select(breakdown), result -> {
            if (result.getInt("is_total") == 1) {
                totals.add(row(result, Map.of(), question));
                coverages.add(coverage(result));
            } else {
                rows.add(row(result, breakdown.key(result), question));
            }
        });
        return new Answer(bases.of(question, coverages.get(0)), rows, totals.get(0));
    }

    private static String select(Breakdown breakdown) {
        return """
                SELECT %s, sum(line_count) AS lines, count(DISTINCT supplier) AS suppliers,
                    coalesce(sum(credit), 0) AS credits,
                    coalesce(sum(CASE WHEN verdict = 'LOCAL' THEN amount END), 0) AS local,
                    coalesce(sum(CASE WHEN verdict = 'ELSEWHERE' THEN amount END), 0) AS elsewhere,
                    coalesce(sum(CASE WHEN verdict = 'UNKNOWN' THEN amount END), 0) AS unknown,
                    coalesce(sum(CASE WHEN state = 'DECIDED' THEN amount END), 0) AS identified
                FROM %s GROUP BY %s ORDER BY %s
                """.formatted(breakdown.columns(), breakdown.from(), breakdown.sets(), breakdown.order());
    }

    private static Row row(ResultSet result, Map<String, String> key, Question question) throws SQLException {
        var local = result.getBigDecimal("local");
        var elsewhere = result.getBigDecimal("elsewhere");
        var unknown = result.getBigDecimal("unknown");
        return new Row(
                key,
                result.getLong("lines"),
                result.getLong("suppliers"),
                Money.pounds(local.add(elsewhere).add(unknown)),
                Money.pounds(result.getBigDecimal("credits")),
                Money.pounds(local),
                Money.pounds(elsewhere),
                Money.pounds(unknown),
                Share.of(local, elsewhere, unknown),
                LinesLink.to(question, key));
    }

    private static Coverage coverage(ResultSet result) throws SQLException {
        var known = result.getBigDecimal("local").add(result.getBigDecimal("elsewhere"));
        var total = known.add(result.getBigDecimal("unknown"));
        return new Coverage(Money.share(result.getBigDecimal("identified"), total), Money.share(known, total));
    }
}
