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
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who is paid most. Payments are summed by the supplier that the registry takes a mention for, so one legal entity under
 * several names is one row. A share is the row's pounds by all pounds in question, those to unnamed suppliers included.
 */
@ApplicationScoped
public class TopSuppliers {

    /** The whole beside the suppliers that are paid most, and nothing else of the many that are not. */
    private static final String LARGEST = """
            , paid AS (
                SELECT supplier, sum(line_count) AS lines, sum(amount) AS total FROM judged GROUP BY supplier
            ),
            largest AS (
                SELECT supplier, total FROM paid WHERE supplier IS NOT NULL ORDER BY total DESC, supplier LIMIT %d
            )
            SELECT largest.supplier, whole.all_lines, whole.all_total, whole.all_suppliers
            FROM (
                SELECT sum(lines) AS all_lines, coalesce(sum(total), 0) AS all_total, count(supplier) AS all_suppliers
                FROM paid
            ) AS whole
            LEFT JOIN largest ON 1 = 1
            """;

    private static final String DESCRIBED = """
            , paid AS (
                SELECT supplier, max(CASE WHEN natural_person THEN 1 ELSE 0 END) AS person,
                    min(ownership_class) AS ownership_class, min(district) AS district, sum(line_count) AS lines,
                    count(DISTINCT anchor) AS anchors, sum(amount) AS total,
                    sum(CASE WHEN verdict = 'LOCAL' THEN amount ELSE 0 END) AS local,
                    sum(CASE WHEN verdict = 'ELSEWHERE' THEN amount ELSE 0 END) AS elsewhere,
                    sum(CASE WHEN verdict = 'UNKNOWN' THEN amount ELSE 0 END) AS unknown
                FROM judged WHERE supplier IN (%s) GROUP BY supplier
            )
            SELECT paid.*, described_supplier.known_name AS name
            FROM paid LEFT JOIN described_supplier ON described_supplier.supplier = paid.supplier
            ORDER BY paid.total DESC, paid.supplier
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

    private record Whole(long lines, long suppliers, BigDecimal total) {}

    /** The so many suppliers that are paid most. */
    public Answer of(Question question, int limit, Audience audience) {
        var wholes = new ArrayList<Whole>();
        var largest = new ArrayList<String>();
        asking.eachSum(question, List.of(), LARGEST.formatted(limit), result -> {
            wholes.add(new Whole(
                    result.getLong("all_lines"), result.getLong("all_suppliers"), result.getBigDecimal("all_total")));
            if (result.getString("supplier") != null) {
                largest.add(result.getString("supplier"));
            }
        });
        var whole = wholes.get(0);
        var namesPeople = audience.owns(question.anchors());
        var soFar = new AtomicReference<>(BigDecimal.ZERO);
        var rows = asking.sums(
                question,
                List.of(),
                DESCRIBED.formatted(Sql.ids(largest)),
                result -> row(
                        result,
                        question,
                        namesPeople,
                        whole.total,
                        soFar.accumulateAndGet(result.getBigDecimal("total"), BigDecimal::add)));
        return new Answer(
                bases.of(question),
                rows,
                new Total(whole.lines, whole.suppliers, Money.pounds(whole.total), LinesLink.to(question)));
    }

    private static Row row(ResultSet result, Question question, boolean namesPeople, BigDecimal whole, BigDecimal soFar)
            throws SQLException {
        var supplier = UUID.fromString(result.getString("supplier"));
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
                Money.share(soFar, whole),
                LinesLink.to(question.paying(Optional.of(supplier))));
    }
}
