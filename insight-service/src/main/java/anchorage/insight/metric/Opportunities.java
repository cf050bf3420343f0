package anchorage.insight.metric;

import anchorage.insight.disclosure.Cell;
import anchorage.insight.disclosure.SafeCells;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where leaking money could be kept: an anchor leaks in a category in which other anchors, or it itself, already pay
 * suppliers in its area. What those suppliers are paid for it now stands for what they could take on, so the reach of an
 * opportunity is the smaller of the leakage and of those payments times the growth that is assumed.
 */
@ApplicationScoped
public class Opportunities {

    private static final String SELECT = LocalSupply.SQL + """
            , leaking AS (
                SELECT anchor, coalesce(category, '(none)') AS category, sum(amount) AS leakage
                FROM judged WHERE verdict = 'ELSEWHERE'
                GROUP BY anchor, coalesce(category, '(none)') HAVING sum(amount) > 0
            )
            SELECT leaking.anchor, leaking.category, leaking.leakage, supply.supplier, supply.name, supply.payer,
                supply.paid, payer.sharing
            FROM leaking
            JOIN supply ON supply.anchor = leaking.anchor AND supply.category = leaking.category
                AND leaking.anchor IN ({buyers})
            LEFT JOIN (SELECT anchor, sharing FROM anchor WHERE {placesKnown}) AS payer ON payer.anchor = supply.payer
            ORDER BY leaking.anchor, leaking.category, supply.supplier, supply.payer
            """;

    private final Asking asking;
    private final Bases bases;

    Opportunities(Asking asking, Bases bases) {
        this.asking = asking;
        this.bases = bases;
    }

    /** An answer: the opportunities with the farthest reach, in that order, and how far all of them reach. */
    @Schema(name = "Opportunities")
    public record Answer(Basis basis, List<Row> rows, Total total) implements Answered {}

    /**
     * Money is in pounds with two decimal places.
     *
     * @param leakage what leaks in the category
     * @param paidLocally what local suppliers are paid for the category by the anchors in question, as far as it may be
     *     said
     * @param reach how much could be kept: the smaller of leakage, and of paidLocally times the growth
     * @param localSuppliers how many local suppliers are paid, as far as it may be said
     * @param suppliers those that may be named, the most paid first
     * @param withheld whether payments of anchors that share only aggregates are left out, since they could be told apart
     */
    @Schema(name = "OpportunitiesRow")
    public record Row(
            Map<String, String> key,
            String leakage,
            String paidLocally,
            String reach,
            long localSuppliers,
            List<Supplier> suppliers,
            boolean withheld,
            LinesLink links) {}

    /** A local supplier that is paid already. */
    @Schema(name = "OpportunitySupplier")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Supplier(UUID supplier, String name, String paid, List<String> paidBy) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** All opportunities, those beyond the limit too. */
    @Schema(name = "OpportunitiesTotal")
    public record Total(long opportunities, String reach) {}

    /**
     * Answers the question.
     *
     * @param buyers whose leakage is looked at; the question's anchors are those whose suppliers could take it on
     * @param growth how many times what they are paid now local suppliers could take on beside it
     */
    public Answer of(Question question, List<String> buyers, BigDecimal growth, int limit, Audience audience) {
        var found = new LinkedHashMap<Map<String, String>, Found>();
        var select = Sql.fill(
                SELECT, Map.of("placesKnown", Sql.knownAt(question.moments().places()), "buyers", Sql.texts(buyers)));
        asking.each(question.saying(Optional.empty()), select, result -> {
            var key = new LinkedHashMap<String, String>();
            key.put("anchor", result.getString("anchor"));
            key.put("category", result.getString("category"));
            found.computeIfAbsent(key, each -> new Found(key)).add(result, audience);
        });
        var rows = found.values().stream()
                .map(each -> each.row(question, growth))
                .filter(row -> new BigDecimal(row.reach).signum() > 0)
                .sorted(Comparator.comparing((Row row) -> new BigDecimal(row.reach))
                        .reversed())
                .toList();
        var reach = rows.stream().map(row -> new BigDecimal(row.reach)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Answer(
                bases.of(question),
                rows.subList(0, Math.min(limit, rows.size())),
                new Total(rows.size(), Money.pounds(reach)));
    }

    private record Paid(UUID supplier, String name, String payer, BigDecimal pounds) {}

    /** What is found of one anchor and category. */
    private static final class Found {

        private final Map<String, String> key;
        private final List<Paid> open = new ArrayList<>();
        private final List<Paid> aggregate = new ArrayList<>();
        private BigDecimal leakage = BigDecimal.ZERO;

        Found(Map<String, String> key) {
            this.key = key;
        }

        void add(ResultSet row, Audience audience) throws SQLException {
            leakage = row.getBigDecimal("leakage");
            var payer = row.getString("payer");
            var paid = new Paid(
                    UUID.fromString(row.getString("supplier")),
                    row.getString("name"),
                    payer,
                    row.getBigDecimal("paid"));
            var mayBeTold = audience.seesAll()
                    || audience.anchor().filter(payer::equals).isPresent()
                    || "OPEN".equals(row.getString("sharing"));
            (mayBeTold ? open : aggregate).add(paid);
        }

        Row row(Question question, BigDecimal growth) {
            var isSafe = aggregate.isEmpty() || SafeCells.isSafe(cell());
            var told = new ArrayList<>(open);
            if (isSafe) {
                told.addAll(aggregate);
            }
            var paid = told.stream().map(Paid::pounds).reduce(BigDecimal.ZERO, BigDecimal::add);
            return new Row(
                    key,
                    Money.pounds(leakage),
                    Money.pounds(paid),
                    Money.pounds(leakage.min(paid.multiply(growth))),
                    told.stream().map(Paid::supplier).distinct().count(),
                    suppliers(),
                    !isSafe,
                    LinesLink.to(question.saying(Optional.of(Question.Verdict.ELSEWHERE)), key));
        }

        /** The payments of anchors that share only aggregates, by anchor: what the caller must not tell apart. */
        private Cell cell() {
            var byPayer = new LinkedHashMap<String, BigDecimal>();
            aggregate.forEach(paid -> byPayer.merge(paid.payer, paid.pounds, BigDecimal::add));
            return Cell.of(byPayer.values());
        }

        private List<Supplier> suppliers() {
            var bySupplier = new LinkedHashMap<UUID, List<Paid>>();
            open.forEach(paid -> bySupplier
                    .computeIfAbsent(paid.supplier, each -> new ArrayList<>())
                    .add(paid));
            return bySupplier.values().stream()
                    .sorted(Comparator.comparing((List<Paid> paid) -> sum(paid)).reversed())
                    .map(paid -> new Supplier(
                            paid.get(0).supplier,
                            paid.get(0).name,
                            Money.pounds(sum(paid)),
                            paid.stream().map(Paid::payer).toList()))
                    .toList();
        }

        private static BigDecimal sum(List<Paid> paid) {
            return paid.stream().map(Paid::pounds).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
