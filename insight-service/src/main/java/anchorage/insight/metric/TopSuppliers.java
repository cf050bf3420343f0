package anchorage.insight.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who is paid most. Payments are summed by the supplier that the registry takes a mention for, so one legal entity under
 * several names is one row. A share is the row's pounds by all pounds in question, those to unnamed suppliers included.
 */
@ApplicationScoped
public class TopSuppliers {

    private static final String SELECT = """
            , paid AS (
                SELECT supplier, max(CASE WHEN person THEN 1 ELSE 0 END) AS person,
                    min(ownership_class) AS ownership_class, min(district) AS district, sum(line_count) AS lines,
                    count(DISTINCT anchor) AS anchors, sum(amount) AS total,
                    sum(CASE WHEN verdict = 'LOCAL' THEN amount ELSE 0 END) AS local,
                    sum(CASE WHEN verdict = 'ELSEWHERE' THEN amount ELSE 0 END) AS elsewhere,
                    sum(CASE WHEN verdict = 'UNKNOWN' THEN amount ELSE 0 END) AS unknown
                FROM judged WHERE supplier IS NOT NULL GROUP BY supplier
            ),
            placed AS (
                SELECT paid.*, row_number() OVER (ORDER BY total DESC, supplier) AS place_in_line,
                    sum(total) OVER (ORDER BY total DESC, supplier
                        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS so_far
                FROM paid
            )
            SELECT placed.*, described_supplier.known_name AS name, whole.all_lines, whole.all_total, whole.all_suppliers
            FROM (
                SELECT sum(line_count) AS all_lines, coalesce(sum(amount), 0) AS all_total,
                    count(DISTINCT supplier) AS all_suppliers FROM judged
            ) AS whole
            LEFT JOIN placed ON placed.place_in_line <= %d
            LEFT JOIN described_supplier ON described_supplier.supplier = placed.supplier
            ORDER BY placed.place_in_line
            """;

    private final Asking asking;
    private final Bases bases;

    TopSuppliers(Asking asking, Bases bases) {
        this.asking = asking;
        this.bases = bases;
    }

    /** An answer: the suppliers that are paid most, in that order, and the whole. */
    @Schema(name = "TopSuppliers")
    public record Answer(Basis basis, List<Row> rows, Total total) implements Answered {}

    /**
     * Money is in pounds with two decimal places, shares from 0 to 1 with four.
     *
     * @param key the supplier's id in the registry
     * @param name its name there; withheld where it is likely a person's, but for that anchor's own people
     * @param anchors how many anchors pay it
     * @param cumulativeShare what this row's supplier and all above it are paid, by all pounds in question
     */
    @Schema(name = "TopSuppliersRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            Map<String, String> key,
            String name,
            String ownership,
            String place,
            long anchors,
            long lines,
            String total,
            String local,
            String elsewhere,
            String unknown,
            String share,
            String cumulativeShare,
            LinesLink links) {}

    /**
     * All in question, those whose supplier is not named too.
     *
     * @param suppliers how many different suppliers are identified
     */
    @Schema(name = "TopSuppliersTotal")
    public record Total(long lines, long suppliers, String total, LinesLink links) {}

    /** The so many suppliers that are paid most. */
    public Answer of(Question question, int limit, Audience audience) {
        var rows = new ArrayList<Row>();
        var totals = new ArrayList<Total>();
        var namesPeople = audience.owns(question.anchors());
        asking.eachSum(question, List.of(), SELECT.formatted(limit), result -> {
            if (totals.isEmpty()) {
                totals.add(new Total(
                        result.getLong("all_lines"),
                        result.getLong("all_suppliers"),
                        Money.pounds(result.getBigDecimal("all_total")),
                        LinesLink.to(question)));
            }
            if (result.getString("supplier") != null) {
                rows.add(row(result, question, namesPeople));
            }
        });
        return new Answer(bases.of(question), rows, totals.get(0));
    }

    private static Row row(ResultSet result, Question question, boolean namesPeople) throws SQLException {
        var supplier = UUID.fromString(result.getString("supplier"));
        BigDecimal whole = result.getBigDecimal("all_total");
        return new Row(
                Map.of("supplier", supplier.toString()),
                result.getInt("person") == 1 && !namesPeople ? Audience.WITHHELD : result.getString("name"),
                result.getString("ownership_class"),
                result.getString("district"),
                result.getLong("anchors"),
                result.getLong("lines"),
                Money.pounds(result.getBigDecimal("total")),
                Money.pounds(result.getBigDecimal("local")),
                Money.pounds(result.getBigDecimal("elsewhere")),
                Money.pounds(result.getBigDecimal("unknown")),
                Money.share(result.getBigDecimal("total"), whole),
                Money.share(result.getBigDecimal("so_far"), whole),
                LinesLink.to(question.paying(Optional.of(supplier))));
    }
}
