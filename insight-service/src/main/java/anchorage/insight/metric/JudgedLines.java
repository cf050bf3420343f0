package anchorage.insight.metric;

import anchorage.insight.ledger.Ledger;
import anchorage.insight.metric.Question.Verdict;
import anchorage.insight.scope.Scope;
import anchorage.insight.scope.ScopeRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The lines a question is about, as a relation called {@code judged}: each with its scope and the rule that put it
 * there, the supplier it is identified as, the district of the premises that count, and the verdict of the local
 * definition. Facts are those known at the question's moment and valid on the day of payment; they are joined here, when
 * the question is asked, so a correction never rewrites a line.
 */
@ApplicationScoped
public class JudgedLines {

    private static final String NO_LINES = """
            SELECT CAST(NULL AS UUID) AS delivery, CAST(NULL AS VARCHAR) AS anchor, CAST(NULL AS BIGINT) AS "row",
                CAST(NULL AS DATE) AS paid_on, CAST(NULL AS DECIMAL(18, 4)) AS amount,
                CAST(NULL AS VARCHAR) AS supplier_name, CAST(NULL AS BOOLEAN) AS redacted,
                CAST(NULL AS BOOLEAN) AS person, CAST(NULL AS UUID) AS mention, CAST(NULL AS VARCHAR) AS unit,
                CAST(NULL AS VARCHAR) AS category, CAST(NULL AS VARCHAR) AS category_code,
                CAST(NULL AS VARCHAR) AS category_scheme, CAST(NULL AS VARCHAR) AS purpose,
                CAST(NULL AS VARCHAR) AS transaction_reference, CAST(NULL AS VARCHAR) AS capital_or_revenue,
                CAST(NULL AS VARCHAR) AS contract, CAST(NULL AS DECIMAL(18, 4)) AS irrecoverable_vat
            WHERE false
            """;

    private static final String JUDGED = """
            WITH line AS (
                SELECT * FROM ({files}) AS ledger WHERE {days}
            ),
            scoped AS (
                SELECT supplier_name, category, {firstMatch} AS rule
                FROM (SELECT DISTINCT supplier_name, category FROM line) AS described
            ),
            identified AS (
                SELECT mention, supplier, method, score, state, explanation FROM identification WHERE {suppliersKnown}
            ),
            described_supplier AS (
                SELECT supplier, name AS known_name FROM supplier WHERE {suppliersKnown}
            ),
            counting_premises AS (
                SELECT supplier, postcode, district, valid_from, valid_until FROM premises
                WHERE {suppliersKnown} AND role IN ({premisesRoles})
            ),
            home AS (
                SELECT anchor, home_place FROM anchor WHERE {placesKnown} AND anchor IN ({anchors})
            ),
            lying AS (
                SELECT code, larger FROM place_within WHERE {placesKnown}
                UNION ALL SELECT code, code AS larger FROM place WHERE {placesKnown}
            ),
            {areas}
            ,
            payment AS (
                SELECT DISTINCT line.anchor, line.mention, line.paid_on, identified.supplier
                FROM line JOIN identified ON identified.mention = line.mention
            ),
            located AS (
                SELECT payment.anchor, payment.mention, payment.paid_on,
                    max(CASE WHEN local_district.district IS NOT NULL THEN 1 ELSE 0 END) AS inside,
                    coalesce(min(CASE WHEN local_district.district IS NOT NULL THEN premises.district END),
                        min(premises.district)) AS district,
                    min(premises.postcode) AS postcode
                FROM payment
                JOIN counting_premises AS premises ON premises.supplier = payment.supplier
                    AND (premises.valid_from IS NULL OR premises.valid_from <= payment.paid_on)
                    AND (premises.valid_until IS NULL OR premises.valid_until > payment.paid_on)
                LEFT JOIN local_district ON local_district.anchor = payment.anchor
                    AND local_district.district = premises.district
                    AND (local_district.valid_from IS NULL OR local_district.valid_from <= payment.paid_on)
                    AND (local_district.valid_until IS NULL OR local_district.valid_until > payment.paid_on)
                GROUP BY payment.anchor, payment.mention, payment.paid_on
            ),
            owned AS (
                SELECT payment.anchor, payment.mention, payment.paid_on,
                    min(ownership.ownership_class) AS ownership_class
                FROM payment
                JOIN (
                    SELECT supplier, ownership_class, valid_from, valid_until FROM ownership WHERE {ownershipKnown}
                ) AS ownership ON ownership.supplier = payment.supplier
                    AND (ownership.valid_from IS NULL OR ownership.valid_from <= {ownershipDay})
                    AND (ownership.valid_until IS NULL OR ownership.valid_until > {ownershipDay})
                GROUP BY payment.anchor, payment.mention, payment.paid_on
            ),
            joined AS (
                SELECT line.*, scoped.rule, {scope} AS scope,
                    identified.supplier, identified.method, identified.score, identified.state,
                    identified.explanation, described_supplier.known_name, located.postcode, located.district,
                    owned.ownership_class,
                    CASE WHEN located.inside = 1 THEN 'LOCAL'
                        WHEN located.district IS NOT NULL AND area_of.area IS NOT NULL THEN 'ELSEWHERE'
                        ELSE 'UNKNOWN' END AS verdict,
                    CASE WHEN line.redacted THEN 'redacted'
                        WHEN line.mention IS NULL THEN 'no-supplier-named'
                        WHEN identified.supplier IS NULL OR identified.state <> 'DECIDED' THEN 'not-identified'
                        WHEN located.mention IS NULL THEN 'no-premises-known'
                        WHEN located.district IS NULL THEN 'postcode-not-known'
                        WHEN area_of.area IS NULL THEN 'area-not-known'
                        WHEN located.inside = 1 THEN 'premises-inside'
                        ELSE 'premises-outside' END AS reason
                FROM line
                JOIN scoped ON scoped.supplier_name IS NOT DISTINCT FROM line.supplier_name
                    AND scoped.category IS NOT DISTINCT FROM line.category
                LEFT JOIN identified ON identified.mention = line.mention
                LEFT JOIN described_supplier ON described_supplier.supplier = identified.supplier
                LEFT JOIN located ON located.anchor = line.anchor AND located.mention = line.mention
                    AND located.paid_on = line.paid_on
                LEFT JOIN owned ON owned.anchor = line.anchor AND owned.mention = line.mention
                    AND owned.paid_on = line.paid_on
                LEFT JOIN area_of ON area_of.anchor = line.anchor
            ),
            filtered AS (
                SELECT * FROM joined WHERE {filters}
            ),
            judged AS (
                {top} WHERE {verdict}
            )
            """;

    /** Payments to each anchor's largest suppliers, for comparison with studies that looked at those alone. */
    private static final String TOP = """
            SELECT filtered.* FROM filtered JOIN (
                SELECT anchor, supplier, row_number() OVER (PARTITION BY anchor ORDER BY paid DESC, supplier) AS place
                FROM (
                    SELECT anchor, supplier, sum(amount) AS paid FROM filtered
                    WHERE supplier IS NOT NULL GROUP BY anchor, supplier
                ) AS paid_in_all
            ) AS ranked ON ranked.anchor = filtered.anchor AND ranked.supplier = filtered.supplier
                AND ranked.place <= %d
            """;

    private final Ledger ledger;

    JudgedLines(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The deliveries that a question reads. */
    public List<Ledger.Entry> deliveries(Question question) {
        return ledger.asOf(question.moments().ledger(), question.anchors());
    }

    /** A {@code WITH} clause that ends in {@code judged}. */
    public String sql(Question question) {
        var moments = question.moments();
        return Sql.fill(
                JUDGED,
                Map.ofEntries(
                        Map.entry("files", files(deliveries(question))),
                        Map.entry("days", question.days().sql()),
                        Map.entry("firstMatch", firstMatch(question.rules().rules())),
                        Map.entry("suppliersKnown", Sql.knownAt(moments.suppliers())),
                        Map.entry("placesKnown", Sql.knownAt(moments.places())),
                        Map.entry("ownershipKnown", Sql.knownAt(moments.ownership())),
                        Map.entry("ownershipDay", ownershipDay(moments)),
                        Map.entry(
                                "premisesRoles", Sql.texts(question.definition().premises())),
                        Map.entry("anchors", Sql.texts(question.anchors())),
                        Map.entry("areas", LocalAreas.sql(question.definition(), Sql.knownAt(moments.places()))),
                        Map.entry("scope", scopeOf(question.rules().rules())),
                        Map.entry("filters", filters(question)),
                        Map.entry("top", question.top().map(TOP::formatted).orElse("SELECT * FROM filtered")),
                        Map.entry("verdict", verdict(question))));
    }

    /** The day whose owners count for a payment. */
    private static String ownershipDay(Moments moments) {
        return moments.ownershipOn()
                .map(day -> "least(payment.paid_on, DATE '" + day + "')")
                .orElse("payment.paid_on");
    }

    private static String files(List<Ledger.Entry> deliveries) {
        if (deliveries.isEmpty()) {
            return NO_LINES;
        }
        return "SELECT * FROM read_parquet(["
                + Sql.texts(deliveries.stream().map(Ledger.Entry::path).toList()) + "])";
    }

    private static String firstMatch(List<ScopeRule> rules) {
        return rules.stream()
                .map(rule -> "WHEN regexp_matches(upper(coalesce(" + column(rule) + ", '')), "
                        + Sql.text(rule.pattern()) + ") THEN " + Sql.text(rule.id()))
                .collect(Collectors.joining(" ", "CASE ", " ELSE NULL END"));
    }

    private static String column(ScopeRule rule) {
        return rule.field() == ScopeRule.Field.SUPPLIER_NAME ? "supplier_name" : "category";
    }

    private static String scopeOf(List<ScopeRule> rules) {
        return rules.stream()
                .map(rule -> "WHEN " + Sql.text(rule.id()) + " THEN " + Sql.text(rule.scope()))
                .collect(Collectors.joining(" ", "CASE scoped.rule ", " ELSE " + Sql.text(Scope.PROCUREMENT) + " END"));
    }

    private static String filters(Question question) {
        return "true"
                + question.scope()
                        .map(scope -> " AND scope = " + Sql.text(scope))
                        .orElse("")
                + question.where().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> " AND " + each.getKey().sql() + " = " + Sql.text(each.getValue()))
                        .collect(Collectors.joining())
                + question.supplier()
                        .map(supplier -> " AND supplier = CAST(" + Sql.text(supplier) + " AS UUID)")
                        .orElse("");
    }

    private static String verdict(Question question) {
        return question.verdict()
                .map((Verdict verdict) -> "verdict = " + Sql.text(verdict))
                .orElse("true");
    }
}
