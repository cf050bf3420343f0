package anchorage.insight.metric;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What kinds of payment a ledger holds. The scopes sum to the ledger to the penny. */
@ApplicationScoped
public class Scopes {

    private static final String SELECT = """
            SELECT scope, coalesce(rule, '') AS rule, sum(line_count) AS lines, coalesce(sum(amount), 0) AS total,
                sum(credit_count) AS credit_lines, coalesce(sum(credit), 0) AS credits,
                sum(CASE WHEN redacted THEN line_count ELSE 0 END) AS redacted_lines,
                coalesce(sum(CASE WHEN redacted THEN amount END), 0) AS redacted
            FROM judged GROUP BY scope, rule ORDER BY scope, rule
            """;

    private final Asking asking;
    private final Bases bases;

    Scopes(Asking asking, Bases bases) {
        this.asking = asking;
        this.bases = bases;
    }

    /** An answer: one row for each scope and the rule that put lines there, and the whole. */
    @Schema(name = "Scopes")
    public record Answer(Basis basis, List<Row> rows, Row total) implements Answered {}

    /**
     * Money is in pounds with two decimal places.
     *
     * @param key scope and rule; the rule is empty for what no rule matched
     * @param redacted the part of total whose supplier the anchor does not name
     */
    @Schema(name = "ScopesRow")
    public record Row(
            Map<String, String> key,
            long lines,
            String total,
            long creditLines,
            String credits,
            long redactedLines,
            String redacted) {}

    /** Answers the question. */
    public Answer of(Question question) {
        var sum = new Sum();
        var rows = asking.sums(question, List.of(), SELECT, result -> {
            var part = new Sum();
            part.lines = result.getLong("lines");
            part.total = result.getBigDecimal("total");
            part.creditLines = result.getLong("credit_lines");
            part.credits = result.getBigDecimal("credits");
            part.redactedLines = result.getLong("redacted_lines");
            part.redacted = result.getBigDecimal("redacted");
            sum.add(part);
            return part.row(Map.of("scope", result.getString("scope"), "rule", result.getString("rule")));
        });
        return new Answer(bases.of(question), rows, sum.row(Map.of()));
    }

    /** Exact sums of some lines. */
    private static final class Sum {

        private long lines;
        private BigDecimal total = BigDecimal.ZERO;
        private long creditLines;
        private BigDecimal credits = BigDecimal.ZERO;
        private long redactedLines;
        private BigDecimal redacted = BigDecimal.ZERO;

        void add(Sum part) {
            lines += part.lines;
            total = total.add(part.total);
            creditLines += part.creditLines;
            credits = credits.add(part.credits);
            redactedLines += part.redactedLines;
            redacted = redacted.add(part.redacted);
        }

        Row row(Map<String, String> key) {
            return new Row(
                    key,
                    lines,
                    Money.pounds(total),
                    creditLines,
                    Money.pounds(credits),
                    redactedLines,
                    Money.pounds(redacted));
        }
    }
}
