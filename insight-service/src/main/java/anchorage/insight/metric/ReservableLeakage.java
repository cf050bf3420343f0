package anchorage.insight.metric;

import anchorage.insight.ledger.LedgerEntry;
import anchorage.insight.metric.Question.Verdict;
import anchorage.insight.metric.ReservationRules.Buyer;
import anchorage.insight.metric.ReservationRules.Contract;
import anchorage.insight.metric.ReservationRules.Finding;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Leakage that the buyer could have kept by reserving the contract to local suppliers: the buyer is one that the Order
 * covers, the Order was in force, the estimate with VAT lies below the threshold of that day, the money leaks, and enough
 * local suppliers are paid in the category by some anchor already. The estimate is all that the anchor pays the supplier
 * in the category in the days in question, which is more than one contract where there are several, so the figure errs
 * low; it is no advice on any procurement.
 */
@ApplicationScoped
public class ReservableLeakage {

    private static final String SELECT = LocalSupply.SQL + """
            , vat AS (SELECT * FROM (VALUES {vat}) AS known (delivery, basis)),
            estimated AS (
                SELECT judged.anchor, coalesce(judged.category, '(none)') AS category, judged.supplier,
                    max(CASE WHEN natural_person THEN 1 ELSE 0 END) AS person,
                    min({contract}) AS contract, max(paid_on) AS last_paid_on,
                    sum(CASE WHEN vat.basis = 'GROSS' THEN amount ELSE 0 END) AS with_vat,
                    sum(CASE WHEN vat.basis = 'GROSS' THEN 0 ELSE amount END) AS without_vat,
                    sum(CASE WHEN verdict = 'ELSEWHERE' THEN amount ELSE 0 END) AS leakage
                FROM judged JOIN vat ON vat.delivery = judged.delivery
                WHERE judged.supplier IS NOT NULL
                GROUP BY judged.anchor, coalesce(judged.category, '(none)'), judged.supplier
                HAVING sum(CASE WHEN verdict = 'ELSEWHERE' THEN amount ELSE 0 END) > 0
            ),
            supplied AS (
                SELECT anchor, category, count(DISTINCT supplier) AS local_suppliers FROM supply
                GROUP BY anchor, category
            )
            SELECT estimated.*, described_supplier.known_name AS name, buyer.kind, buyer.home_place, supplied.local_suppliers
            FROM estimated
            JOIN (SELECT anchor, kind, home_place FROM anchor WHERE {placesKnown}) AS buyer
                ON buyer.anchor = estimated.anchor
            LEFT JOIN described_supplier ON described_supplier.supplier = estimated.supplier
            LEFT JOIN supplied ON supplied.anchor = estimated.anchor AND supplied.category = estimated.category
            ORDER BY leakage DESC, estimated.anchor, estimated.category, estimated.supplier
            """;

    private final Asking asking;
    private final Bases bases;
    private final JudgedLines lines;
    private final ReservationRules rules;
    private final Sharing sharing;

    ReservableLeakage(Asking asking, Bases bases, JudgedLines lines, Sharing sharing, ObjectMapper json) {
        this.sharing = sharing;
        this.asking = asking;
        this.bases = bases;
        this.lines = lines;
        this.rules = ReservationRules.shipped(json);
    }

    /** An answer: what could be reserved, the largest first; and why the rest of the leakage could not. */
    @Schema(name = "ReservableLeakage")
    public record Answer(Basis basis, String order, List<Row> rows, Total total) implements Answered {}

    /**
     * Money is in pounds with two decimal places.
     *
     * @param contract the kind of contract that the category tells
     * @param leakage what leaks of it
     * @param estimate all that is paid to the supplier in the category, VAT included
     * @param threshold in force on the day of the last payment, VAT included
     * @param localSuppliers how many local suppliers some anchor pays in the category
     */
    @Schema(name = "ReservableLeakageRow")
    public record Row(
            Map<String, String> key,
            String name,
            Contract contract,
            String lastPaidOn,
            String leakage,
            String estimate,
            String threshold,
            long localSuppliers,
            LinesLink links) {}

    /**
     * All leakage to identified suppliers, by what the rules say of it.
     *
     * @param notReservable pounds by reason
     */
    @Schema(name = "ReservableLeakageTotal")
    public record Total(String reservable, String leakage, Map<String, String> notReservable) {}

    /**
     * Answers the question.
     *
     * @param buyers whose leakage is looked at; the question's anchors are those whose suppliers could take it on, as far as
     *     the audience may be told of them
     * @param enough how many local suppliers there must be
     */
    public Answer of(Question asked, List<String> buyers, int enough, Audience audience) {
        var question = asked.about(sharing.told(asked, audience));
        var all = question.saying(Optional.empty());
        var rows = new ArrayList<Row>();
        var found = new LinkedHashMap<String, BigDecimal>();
        if (!lines.deliveries(question).isEmpty()) {
            asking.each(all, select(question), result -> {
                if (buyers.contains(result.getString("anchor"))) {
                    var finding = finding(result, enough);
                    found.merge(finding, result.getBigDecimal("leakage"), BigDecimal::add);
                    if (finding.equals(Finding.RESERVABLE.name())) {
                        rows.add(row(result, question));
                    }
                }
            });
        }
        var reservable =
                Optional.ofNullable(found.remove(Finding.RESERVABLE.name())).orElse(BigDecimal.ZERO);
        var rest = found.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Answer(
                bases.of(question),
                rules.orderSource() + ", in force from " + rules.orderInForceFrom(),
                rows,
                new Total(
                        Money.pounds(reservable),
                        Money.pounds(reservable.add(rest)),
                        found.entrySet().stream()
                                .collect(
                                        Collectors.toMap(Map.Entry::getKey, entry -> Money.pounds(entry.getValue())))));
    }

    private String select(Question question) {
        return Sql.fill(
                SELECT,
                Map.of(
                        "vat",
                                lines.deliveries(question).stream()
                                        .map((LedgerEntry delivery) -> "(CAST(" + Sql.text(delivery.delivery())
                                                + " AS UUID), " + Sql.text(delivery.vatBasis()) + ")")
                                        .collect(Collectors.joining(", ")),
                        "contract", rules.contractSql(),
                        "placesKnown", Sql.knownAt(question.moments().places())));
    }

    private String finding(ResultSet row, int enough) throws SQLException {
        var finding = rules.finding(
                new Buyer(row.getString("kind"), row.getString("home_place").startsWith("E")),
                Contract.valueOf(row.getString("contract")),
                estimate(row),
                row.getDate("last_paid_on").toLocalDate());
        return finding == Finding.RESERVABLE && row.getLong("local_suppliers") < enough
                ? "TOO_FEW_LOCAL_SUPPLIERS"
                : finding.name();
    }

    private BigDecimal estimate(ResultSet row) throws SQLException {
        return rules.withVat(row.getBigDecimal("without_vat")).add(row.getBigDecimal("with_vat"));
    }

    private Row row(ResultSet row, Question question) throws SQLException {
        var anchor = row.getString("anchor");
        var supplier = UUID.fromString(row.getString("supplier"));
        var contract = Contract.valueOf(row.getString("contract"));
        var day = row.getDate("last_paid_on").toLocalDate();
        var category = Map.of("anchor", anchor, "category", row.getString("category"));
        var key = new LinkedHashMap<>(category);
        key.put("supplier", supplier.toString());
        return new Row(
                key,
                row.getInt("person") == 1 ? Audience.WITHHELD : row.getString("name"),
                contract,
                day.toString(),
                Money.pounds(row.getBigDecimal("leakage")),
                Money.pounds(estimate(row)),
                Money.pounds(rules.threshold(contract, day)),
                row.getLong("local_suppliers"),
                LinesLink.to(question.paying(Optional.of(supplier)).saying(Optional.of(Verdict.ELSEWHERE)), category));
    }
}
