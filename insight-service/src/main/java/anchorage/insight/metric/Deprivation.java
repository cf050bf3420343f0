package anchorage.insight.metric;

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
 * How deprived the neighbourhoods are in which the money arrives: spend by the decile, in the English Indices of Multiple
 * Deprivation, of the supplier's premises that count. With N neighbourhoods in a release, rank r is in decile
 * ceil(10 r / N). What cannot be placed is unmatched, and never in a decile.
 */
@ApplicationScoped
public class Deprivation {

    /**
     * The decile of premises. There are 32,844 neighbourhoods (LSOA 2011) in the release of 2019 and 33,755 (LSOA 2021)
     * in that of 2025; a rank beyond them is of another release than it says.
     */
    static final String DECILE = "CASE"
            + " WHEN imd_release = '2019' AND imd_rank BETWEEN 1 AND 32844 THEN CAST(ceil(imd_rank * 10.0 / 32844) AS INTEGER)"
            + " WHEN imd_release = '2025' AND imd_rank BETWEEN 1 AND 33755 THEN CAST(ceil(imd_rank * 10.0 / 33755) AS INTEGER)"
            + " END";

    private static final String SELECT = """
            SELECT %s, sum(line_count) AS lines, count(DISTINCT supplier) AS suppliers, coalesce(sum(amount), 0) AS total,
                coalesce(sum(CASE WHEN decile IS NOT NULL THEN amount END), 0) AS matched
            FROM %s GROUP BY %s ORDER BY is_total DESC, CASE WHEN key0 = '(unmatched)' THEN 11 ELSE CAST(key0 AS INTEGER) END
            """;

    private final Asking asking;
    private final Bases bases;

    Deprivation(Asking asking, Bases bases) {
        this.asking = asking;
        this.bases = bases;
    }

    /** An answer: a row for each decile that is paid, the unmatched last, and the whole. */
    @Schema(name = "Deprivation")
    public record Answer(Basis basis, List<Row> rows, Row total) implements Answered {}

    /**
     * Money is in pounds with two decimal places, shares from 0 to 1 with four.
     *
     * @param key the decile, 1 the most deprived tenth; (unmatched) for what cannot be placed
     * @param matched the part of total in a decile
     * @param shareOfMatched the row's matched pounds by all matched pounds
     */
    @Schema(name = "DeprivationRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            Map<String, String> key,
            long lines,
            long suppliers,
            String total,
            String matched,
            String shareOfMatched,
            LinesLink links) {}

    /** Answers the question. */
    public Answer of(Question question) {
        var breakdown = new Breakdown(List.of(Dimension.DECILE));
        var rows = new ArrayList<Row>();
        var matched = new ArrayList<BigDecimal>();
        asking.eachSum(
                question,
                List.of(Dimension.DECILE),
                SELECT.formatted(breakdown.columns(), breakdown.from(), breakdown.sets()),
                row -> {
                    var isTotal = row.getInt("is_total") == 1;
                    if (isTotal) {
                        matched.add(row.getBigDecimal("matched"));
                    }
                    rows.add(row(row, isTotal ? Map.of() : breakdown.key(row), matched.get(0), question));
                });
        return new Answer(bases.of(question), rows.subList(1, rows.size()), rows.get(0));
    }

    private static Row row(ResultSet row, Map<String, String> key, BigDecimal allMatched, Question question)
            throws SQLException {
        var matched = row.getBigDecimal("matched");
        return new Row(
                key,
                row.getLong("lines"),
                row.getLong("suppliers"),
                Money.pounds(row.getBigDecimal("total")),
                Money.pounds(matched),
                Money.share(matched, allMatched),
                LinesLink.to(question, key));
    }
}
