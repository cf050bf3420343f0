package anchorage.insight.metric;

import anchorage.insight.disclosure.Cell;
import anchorage.insight.disclosure.ProtectedTable;
import anchorage.insight.metric.Question.Verdict;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Leakage as it may be published: no cell from which one supplier's payments could be told, and none that could be worked
 * out from the others and their sums. Contributors are suppliers.
 */
@ApplicationScoped
public class PublishableLeakage {

    private static final int MOST_DIMENSIONS = 2;
    private static final String SELECT = """
            , contribution AS (
                SELECT %1$s, supplier, sum(amount) AS paid,
                    row_number() OVER (PARTITION BY %1$s ORDER BY sum(amount) DESC, supplier) AS place_in_line
                FROM %2$s WHERE verdict = 'ELSEWHERE' GROUP BY %1$s, supplier
            )
            SELECT %1$s, count(*) AS contributors, sum(paid) AS total, max(paid) AS largest,
                coalesce(max(CASE WHEN place_in_line = 2 THEN paid END), 0) AS second, min(paid) AS smallest
            FROM contribution GROUP BY %1$s ORDER BY total DESC, %1$s
            """;

    private final Asking asking;
    private final Bases bases;

    PublishableLeakage(Asking asking, Bases bases) {
        this.asking = asking;
        this.bases = bases;
    }

    /** An answer: a row for each cell, those that are withheld too, and the whole. */
    @Schema(name = "PublishableLeakage")
    public record Answer(Basis basis, List<Row> rows, Row total) implements Answered {}

    /**
     * A cell.
     *
     * @param leakage pounds with two decimal places; absent where it is withheld
     */
    @Schema(name = "PublishableLeakageRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(Map<String, String> key, String leakage, boolean withheld) {}

    /** Answers the question, broken down by one dimension or two. */
    public Answer of(Question question, List<Dimension> by) {
        if (by.isEmpty() || by.size() > MOST_DIMENSIONS) {
            throw new BadQuestion("A table to publish is broken down by one dimension or two.");
        }
        var breakdown = new Breakdown(by);
        var cells = new LinkedHashMap<Map<String, String>, Cell>();
        asking.eachSum(
                question.saying(Optional.empty()),
                by,
                SELECT.formatted(breakdown.names(), breakdown.from()),
                row -> cells.put(
                        breakdown.key(row),
                        new Cell(
                                row.getLong("contributors"),
                                row.getBigDecimal("total"),
                                row.getBigDecimal("largest"),
                                row.getBigDecimal("second"),
                                row.getBigDecimal("smallest").signum() < 0)));
        var sums = sums(cells.keySet(), by);
        var table = new ProtectedTable<>(cells, sums);
        var rows = new ArrayList<Row>();
        cells.forEach((key, cell) -> rows.add(row(key, cell.total(), table.isWithheld(key))));
        var total = cells.values().stream().map(Cell::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Answer(
                bases.of(question.saying(Optional.of(Verdict.ELSEWHERE))),
                rows,
                row(Map.of(), total, table.isSumWithheld(0)));
    }

    /** The whole, and each row and column of a table of two dimensions, which the same question by one would tell. */
    private static List<Set<Map<String, String>>> sums(Set<Map<String, String>> keys, List<Dimension> by) {
        var sums = new ArrayList<Set<Map<String, String>>>();
        sums.add(keys);
        if (by.size() == MOST_DIMENSIONS) {
            for (var dimension : by) {
                var lines = new TreeMap<String, Set<Map<String, String>>>();
                keys.forEach(key -> lines.computeIfAbsent(key.get(dimension.key()), each -> new HashSet<>())
                        .add(key));
                sums.addAll(lines.values());
            }
        }
        return sums;
    }

    private static Row row(Map<String, String> key, BigDecimal pounds, boolean isWithheld) {
        return new Row(key, isWithheld ? null : Money.pounds(pounds), isWithheld);
    }
}
