package anchorage.insight.metric;

import anchorage.insight.knowledge.Engine;
import anchorage.insight.knowledge.Engine.EngineFailed;
import anchorage.insight.metric.Basis.Coverage;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much of the money stays. With T all pounds in scope, L those the definition calls local, E elsewhere and U
 * unknown, so that T = L + E + U, the share is at least L / T and at most (L + U) / T; of the known money it is
 * L / (L + E).
 */
@ApplicationScoped
public class LocalShare {

    private final Engine engine;
    private final JudgedLines lines;
    private final Bases bases;

    LocalShare(Engine engine, JudgedLines lines, Bases bases) {
        this.engine = engine;
        this.lines = lines;
        this.bases = bases;
    }

    /** An answer: one row for each value of the breakdown, and the whole. */
    public record Answer(Basis basis, List<Row> rows, Row total) {}

    /**
     * Money is in pounds with two decimal places.
     *
     * @param suppliers how many different suppliers are identified
     * @param credits the part of total that is below zero
     */
    public record Row(
            Map<String, String> key,
            long lines,
            long suppliers,
            String total,
            String credits,
            String local,
            String elsewhere,
            String unknown,
            Share share) {}

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
        try (var connection = engine.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(lines.sql(question) + select(by))) {
            var rows = new ArrayList<Row>();
            Row total = null;
            Coverage coverage = null;
            while (result.next()) {
                if (result.getInt("is_total") == 1) {
                    total = row(result, Map.of());
                    coverage = coverage(result);
                } else {
                    rows.add(row(result, key(result, by)));
                }
            }
            return new Answer(bases.of(question, coverage, connection), rows, total);
        } catch (SQLException failure) {
            throw new EngineFailed("the local share could not be computed", failure);
        }
    }

    private static String select(List<Dimension> by) {
        var keys = IntStream.range(0, by.size())
                .mapToObj(at -> by.get(at).sql() + " AS key" + at)
                .collect(Collectors.joining(", "));
        var names = IntStream.range(0, by.size()).mapToObj(at -> "key" + at).collect(Collectors.joining(", "));
        var from = by.isEmpty() ? "judged" : "(SELECT *, " + keys + " FROM judged) AS keyed";
        var sets = by.isEmpty() ? "GROUPING SETS (())" : "GROUPING SETS ((" + names + "), ())";
        var isTotal = by.isEmpty() ? "1" : "CASE WHEN grouping(key0) = 1 THEN 1 ELSE 0 END";
        return """
                SELECT %s%s AS is_total, count(*) AS lines, count(DISTINCT supplier) AS suppliers,
                    coalesce(sum(CASE WHEN amount < 0 THEN amount END), 0) AS credits,
                    coalesce(sum(CASE WHEN verdict = 'LOCAL' THEN amount END), 0) AS local,
                    coalesce(sum(CASE WHEN verdict = 'ELSEWHERE' THEN amount END), 0) AS elsewhere,
                    coalesce(sum(CASE WHEN verdict = 'UNKNOWN' THEN amount END), 0) AS unknown,
                    coalesce(sum(CASE WHEN state = 'DECIDED' THEN amount END), 0) AS identified
                FROM %s GROUP BY %s ORDER BY %sis_total
                """.formatted(
                by.isEmpty() ? "" : names + ", ", isTotal, from, sets, by.isEmpty() ? "" : "is_total, " + names + ", ");
    }

    private static Map<String, String> key(ResultSet result, List<Dimension> by) throws SQLException {
        var key = new LinkedHashMap<String, String>();
        for (int at = 0; at < by.size(); at++) {
            key.put(by.get(at).key(), result.getString("key" + at));
        }
        return key;
    }

    private static Row row(ResultSet result, Map<String, String> key) throws SQLException {
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
                Share.of(local, elsewhere, unknown));
    }

    private static Coverage coverage(ResultSet result) throws SQLException {
        var known = result.getBigDecimal("local").add(result.getBigDecimal("elsewhere"));
        var total = known.add(result.getBigDecimal("unknown"));
        return new Coverage(Money.share(result.getBigDecimal("identified"), total), Money.share(known, total));
    }
}
