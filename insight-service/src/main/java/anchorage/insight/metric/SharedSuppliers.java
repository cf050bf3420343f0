package anchorage.insight.metric;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Suppliers that two or more anchors pay. A supplier is a legal entity as the registry knows it, so spellings that differ
 * from ledger to ledger meet here. One that is known only from an anchor's own writing is that anchor's alone.
 */
@ApplicationScoped
public class SharedSuppliers {

    private static final String SELECT = """
            , paid AS (
                SELECT supplier, anchor, max(CASE WHEN natural_person THEN 1 ELSE 0 END) AS person,
                    sum(line_count) AS lines, sum(amount) AS total
                FROM judged WHERE supplier IS NOT NULL GROUP BY supplier, anchor
            ),
            shared AS (
                SELECT supplier, max(person) AS person, count(*) AS anchors, sum(lines) AS lines,
                    sum(total) AS total
                FROM paid GROUP BY supplier HAVING count(*) >= 2
            ),
            largest AS (
                SELECT * FROM shared ORDER BY total DESC, supplier LIMIT %d
            ),
            whole AS (
                SELECT count(*) AS all_suppliers, sum(lines) AS all_lines, sum(total) AS all_total FROM shared
            )
            SELECT largest.*, whole.all_suppliers, whole.all_lines, whole.all_total,
                described_supplier.known_name AS name, paid.anchor, paid.total AS paid_by_anchor
            FROM largest CROSS JOIN whole JOIN paid ON paid.supplier = largest.supplier
            LEFT JOIN described_supplier ON described_supplier.supplier = largest.supplier
            ORDER BY largest.total DESC, largest.supplier, paid.total DESC, paid.anchor
            """;

    private final Asking asking;
    private final Bases bases;
    private final Sharing sharing;

    SharedSuppliers(Asking asking, Bases bases, Sharing sharing) {
        this.asking = asking;
        this.bases = bases;
        this.sharing = sharing;
    }

    /** An answer: the shared suppliers that are paid most, and all shared suppliers together. */
    @Schema(name = "SharedSuppliers")
    public record Answer(Basis basis, List<Row> rows, Total total) implements Answered {}

    /**
     * Money is in pounds with two decimal places.
     *
     * @param key the supplier's id in the registry
     * @param anchors how many anchors pay it
     * @param paidBy who pays it, and how much
     */
    @Schema(name = "SharedSuppliersRow")
    public record Row(
            Map<String, String> key,
            String name,
            long anchors,
            long lines,
            String total,
            List<Payer> paidBy,
            LinesLink links) {}

    /** An anchor that pays the supplier. */
    @Schema(name = "Payer")
    public record Payer(String anchor, String total) {
        @Override
        public String toString() {
            return anchor + "=" + total;
        }
    }

    /** All shared suppliers, those beyond the limit too. */
    @Schema(name = "SharedSuppliersTotal")
    public record Total(long suppliers, long lines, String total) {}

    /**
     * The so many shared suppliers that are paid most. Anchors that share only aggregates are left out for the people of
     * other anchors, since a row names who pays.
     */
    public Answer of(Question asked, int limit, Audience audience) {
        var question = asked.about(sharing.told(asked, audience));
        var rows = new LinkedHashMap<UUID, Row>();
        var totals = new ArrayList<Total>();
        asking.eachSum(question, List.of(), SELECT.formatted(limit), result -> {
            if (totals.isEmpty()) {
                totals.add(new Total(
                        result.getLong("all_suppliers"),
                        result.getLong("all_lines"),
                        Money.pounds(result.getBigDecimal("all_total"))));
            }
            var supplier = UUID.fromString(result.getString("supplier"));
            var row = rows.get(supplier);
            if (row == null) {
                row = row(result, supplier, question);
                rows.put(supplier, row);
            }
            row.paidBy.add(new Payer(result.getString("anchor"), Money.pounds(result.getBigDecimal("paid_by_anchor"))));
        });
        return new Answer(
                bases.of(question),
                List.copyOf(rows.values()),
                totals.stream().findFirst().orElse(new Total(0, 0, Money.pounds(BigDecimal.ZERO))));
    }

    private static Row row(ResultSet result, UUID supplier, Question question) throws SQLException {
        return new Row(
                Map.of("supplier", supplier.toString()),
                result.getInt("person") == 1 ? Audience.WITHHELD : result.getString("name"),
                result.getLong("anchors"),
                result.getLong("lines"),
                Money.pounds(result.getBigDecimal("total")),
                new ArrayList<>(),
                LinesLink.to(question.paying(Optional.of(supplier))));
    }
}
