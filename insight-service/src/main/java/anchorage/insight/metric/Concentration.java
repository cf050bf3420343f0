package anchorage.insight.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * On how few suppliers spending rests. With p each supplier's pounds and P their sum, the top-10 and top-300 shares are
 * the pounds of the 10 and 300 largest by P, and the Herfindahl-Hirschman index is the sum of (100 p / P) squared, from
 * near 0 to 10,000. Suppliers whose payments sum to nothing or less have no share; payments without a named supplier
 * belong to none, and are said beside.
 */
@ApplicationScoped
public class Concentration {

    /** Over a relation {@code payee}: keys, the supplier as {@code payee}, and what it is {@code paid} in all. */
    static final String SELECT = """
            , counting AS (
                SELECT payee.*, CASE WHEN payee IS NULL OR paid <= 0 THEN 0 ELSE 1 END AS counts FROM payee
            ),
            ranked AS (
                SELECT counting.*, row_number() OVER (%1$s ORDER BY counts DESC, paid DESC, payee) AS place_in_line
                FROM counting
            )
            SELECT %2$s coalesce(sum(counts), 0) AS suppliers, coalesce(sum(paid), 0) AS spend,
                coalesce(sum(CASE WHEN counts = 1 THEN paid END), 0) AS attributed,
                coalesce(sum(CASE WHEN counts = 1 AND place_in_line <= 10 THEN paid END), 0) AS top_10,
                coalesce(sum(CASE WHEN counts = 1 AND place_in_line <= 300 THEN paid END), 0) AS top_300,
                coalesce(sum(CASE WHEN counts = 1
                    THEN CAST(paid AS DECIMAL(19, 2)) * CAST(paid AS DECIMAL(19, 2)) END), 0) AS squares
            FROM ranked %3$s
            """;

    /** The same supplier under several mentions is one; a mention nobody has been asked about stands for itself. */
    private static final String PAYEE = """
            , payee AS (
                SELECT %s coalesce(CAST(supplier AS VARCHAR), CAST(mention AS VARCHAR)) AS payee, sum(amount) AS paid
                FROM %s GROUP BY %s coalesce(CAST(supplier AS VARCHAR), CAST(mention AS VARCHAR))
            )
            """;

    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    private final Asking asking;
    private final Bases bases;

    Concentration(Asking asking, Bases bases) {
        this.asking = asking;
        this.bases = bases;
    }

    /** An answer: one row for each value of the breakdown, and the whole. */
    @Schema(name = "Concentration")
    public record Answer(Basis basis, List<Row> rows, Row total) implements Answered {}

    /**
     * Money is in pounds with two decimal places, shares from 0 to 1 with four, the index with one.
     *
     * @param suppliers how many suppliers are paid more than nothing
     * @param spend all pounds in question
     * @param attributed P: the pounds of those suppliers
     */
    @Schema(name = "ConcentrationRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            Map<String, String> key,
            long suppliers,
            String spend,
            String attributed,
            String top10Share,
            String top300Share,

            @Schema(description = "Herfindahl-Hirschman index, 0 to 10,000", examples = "216.2")
            String hhi,

            LinesLink links) {

        static Row of(ResultSet row, Map<String, String> key, LinesLink links) throws SQLException {
            var attributed = row.getBigDecimal("attributed");
            return new Row(
                    key,
                    row.getLong("suppliers"),
                    Money.pounds(row.getBigDecimal("spend")),
                    Money.pounds(attributed),
                    Money.share(row.getBigDecimal("top_10"), attributed),
                    Money.share(row.getBigDecimal("top_300"), attributed),
                    index(row.getBigDecimal("squares"), attributed),
                    links);
        }

        private static String index(BigDecimal squares, BigDecimal total) {
            return total.signum() == 0
                    ? null
                    : squares.multiply(WHOLE)
                            .divide(total.multiply(total), 1, RoundingMode.HALF_UP)
                            .toPlainString();
        }
    }

    /** Answers the question, broken down by the dimensions. */
    public Answer of(Question question, List<Dimension> by) {
        var all = question.saying(Optional.empty());
        var rows = by.isEmpty() ? List.<Row>of() : rows(all, new Breakdown(by));
        return new Answer(
                bases.of(question), rows, rows(all, new Breakdown(List.of())).get(0));
    }

    private List<Row> rows(Question question, Breakdown breakdown) {
        var keys = breakdown.by().isEmpty() ? "" : breakdown.names() + ", ";
        var payees = PAYEE.formatted(keys, breakdown.from(), keys);
        var select = breakdown.by().isEmpty()
                ? SELECT.formatted("", "", "")
                : SELECT.formatted(
                        "PARTITION BY " + breakdown.names(),
                        keys,
                        "GROUP BY " + breakdown.names() + " ORDER BY " + breakdown.names());
        return asking.sums(question, breakdown.by(), payees + select, row -> {
            var key = breakdown.key(row);
            return Row.of(row, key, LinesLink.to(question, key));
        });
    }
}
