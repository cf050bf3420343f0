package anchorage.insight.metric;

import anchorage.insight.ledger.LedgerEntry;
import anchorage.insight.metric.Question.Whose;
import anchorage.insight.scope.Scope;
import anchorage.insight.scope.ScopeRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How lines are judged, as common table expressions. Facts are those known at the question's moments and valid on the day
 * of payment; they are joined to the lines here, so a correction never rewrites a line.
 */
final class Judging {

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

    /** Who is where, as the question knows it: for judging, and for figures that look beyond the lines. */
    private static final String FACTS = """
            WITH described_supplier AS (
                SELECT supplier, name AS known_name FROM supplier WHERE {suppliersKnown}
            ),
            counting_premises AS (
                SELECT supplier, postcode, district, valid_from, valid_until, {decile} AS decile, ward
                FROM premises
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
            """;

    /**
     * The lines of some deliveries, as a relation {@code joined}: each with its scope, supplier, place and verdict. Where
     * no fact of a supplier has dates, all its payments are looked up as one, on whatever day. A natural person is one
     * whose name is likely a person's, or whom a register calls a sole trader.
     */
    private static final String LINES = """
            , identified AS (
                SELECT mention, supplier, method, score, state, explanation FROM identification WHERE {suppliersKnown}
            ),
            dated AS (
                SELECT supplier FROM counting_premises WHERE valid_from IS NOT NULL OR valid_until IS NOT NULL
                UNION SELECT supplier FROM ownership
                WHERE {ownershipKnown} AND (valid_from IS NOT NULL OR valid_until IS NOT NULL)
                UNION SELECT supplier FROM supplier_size
                WHERE {suppliersKnown} AND (valid_from IS NOT NULL OR valid_until IS NOT NULL)
                UNION SELECT supplier FROM identified WHERE {eachDayMatters}
            ),
            line AS (
                SELECT ledger.*, identified.supplier, identified.method, identified.score, identified.state,
                    identified.explanation,
                    CASE WHEN dated.supplier IS NULL THEN DATE '2000-01-01' ELSE ledger.paid_on END AS fact_day
                FROM ({files}) AS ledger
                LEFT JOIN identified ON identified.mention = ledger.mention
                LEFT JOIN dated ON dated.supplier = identified.supplier
                WHERE {days}
            ),
            scoped AS (
                SELECT supplier_name, category, {firstMatch} AS rule
                FROM (SELECT DISTINCT supplier_name, category FROM line) AS described
            ),
            payment AS (
                SELECT DISTINCT anchor, mention, fact_day AS paid_on, supplier FROM line WHERE supplier IS NOT NULL
            ),
            owned AS (
                SELECT payment.anchor, payment.mention, payment.paid_on,
                    min(ownership.ownership_class) AS ownership_class,
                    max(CASE WHEN ownership.ownership_class = 'SOLE_TRADER' THEN 1 ELSE 0 END) AS sole_trader
                FROM payment
                JOIN (
                    SELECT supplier, ownership_class, valid_from, valid_until FROM ownership WHERE {ownershipKnown}
                ) AS ownership ON ownership.supplier = payment.supplier
                    AND (ownership.valid_from IS NULL OR ownership.valid_from <= {ownershipDay})
                    AND (ownership.valid_until IS NULL OR ownership.valid_until > {ownershipDay})
                GROUP BY payment.anchor, payment.mention, payment.paid_on
            )
            {seat}
            , located AS (
                SELECT seat.anchor, seat.mention, seat.paid_on,
                    max(CASE WHEN local_district.district IS NOT NULL THEN 1 ELSE 0 END) AS inside,
                    coalesce(min(CASE WHEN local_district.district IS NOT NULL THEN premises.district END),
                        min(premises.district)) AS district,
                    min(premises.postcode) AS postcode,
                    coalesce(min(CASE WHEN local_district.district IS NOT NULL THEN premises.decile END),
                        min(premises.decile)) AS decile,
                    coalesce(min(CASE WHEN local_district.district IS NOT NULL THEN premises.ward END),
                        min(premises.ward)) AS ward
                FROM seat
                JOIN counting_premises AS premises ON premises.supplier = seat.supplier
                    AND (premises.valid_from IS NULL OR premises.valid_from <= seat.paid_on)
                    AND (premises.valid_until IS NULL OR premises.valid_until > seat.paid_on)
                LEFT JOIN local_district ON local_district.anchor = seat.anchor
                    AND local_district.district = premises.district
                    AND (local_district.valid_from IS NULL OR local_district.valid_from <= seat.paid_on)
                    AND (local_district.valid_until IS NULL OR local_district.valid_until > seat.paid_on)
                GROUP BY seat.anchor, seat.mention, seat.paid_on
            ),
            sized AS (
                SELECT payment.anchor, payment.mention, payment.paid_on, min(size.size_class) AS size_class
                FROM payment
                JOIN (
                    SELECT supplier, size_class, valid_from, valid_until FROM supplier_size WHERE {suppliersKnown}
                ) AS size ON size.supplier = payment.supplier
                    AND (size.valid_from IS NULL OR size.valid_from <= payment.paid_on)
                    AND (size.valid_until IS NULL OR size.valid_until > payment.paid_on)
                GROUP BY payment.anchor, payment.mention, payment.paid_on
            ),
            joined AS (
                SELECT line.*, 1 AS line_count, CASE WHEN line.amount < 0 THEN 1 ELSE 0 END AS credit_count,
                    CASE WHEN line.amount < 0 THEN line.amount ELSE 0 END AS credit, scoped.rule, {scope} AS scope,
                    described_supplier.known_name, located.postcode, located.district,
                    located.decile, located.ward,
                    owned.ownership_class, sized.size_class,
                    (coalesce(line.person, false) OR coalesce(owned.sole_trader, 0) = 1) AS natural_person,
                    CASE WHEN located.inside = 1 THEN 'LOCAL'
                        WHEN located.district IS NOT NULL AND area_of.area IS NOT NULL THEN 'ELSEWHERE'
                        ELSE 'UNKNOWN' END AS verdict,
                    CASE WHEN line.redacted THEN 'redacted'
                        WHEN line.mention IS NULL THEN 'no-supplier-named'
                        WHEN line.supplier IS NULL OR line.state <> 'DECIDED' THEN 'not-identified'
                        WHEN located.mention IS NULL THEN {nowhere}
                        WHEN located.district IS NULL THEN 'postcode-not-known'
                        WHEN area_of.area IS NULL THEN 'area-not-known'
                        WHEN located.inside = 1 THEN 'premises-inside'
                        ELSE 'premises-outside' END AS reason
                FROM line
                JOIN scoped ON scoped.supplier_name IS NOT DISTINCT FROM line.supplier_name
                    AND scoped.category IS NOT DISTINCT FROM line.category
                LEFT JOIN described_supplier ON described_supplier.supplier = line.supplier
                LEFT JOIN located ON located.anchor = line.anchor AND located.mention = line.mention
                    AND located.paid_on = line.fact_day
                LEFT JOIN owned ON owned.anchor = line.anchor AND owned.mention = line.mention
                    AND owned.paid_on = line.fact_day
                LEFT JOIN sized ON sized.anchor = line.anchor AND sized.mention = line.mention
                    AND sized.paid_on = line.fact_day
                LEFT JOIN area_of ON area_of.anchor = line.anchor
            )
            """;

    private Judging() {}

    /** A {@code WITH} clause of the facts. */
    static String facts(Question question) {
        var moments = question.moments();
        var placesKnown = Sql.knownAt(moments.places());
        return Sql.fill(
                FACTS,
                Map.of(
                        "suppliersKnown", Sql.knownAt(moments.suppliers()),
                        "placesKnown", placesKnown,
                        "decile", Deprivation.DECILE,
                        "premisesRoles", Sql.texts(question.definition().premises()),
                        "anchors", Sql.texts(question.anchors()),
                        "areas", LocalAreas.sql(question.definition(), placesKnown)));
    }

    /** What goes on behind the facts and ends in {@code joined}: the lines of these deliveries on those days. */
    static String lines(Question question, List<LedgerEntry> deliveries, Days days) {
        var moments = question.moments();
        var rules = question.rules().rules();
        var values = new HashMap<String, String>();
        values.put("files", files(deliveries));
        values.put("days", days.sql());
        values.put("firstMatch", firstMatch(rules));
        values.put("scope", scopeOf(rules));
        values.put("suppliersKnown", Sql.knownAt(moments.suppliers()));
        values.put("ownershipKnown", Sql.knownAt(moments.ownership()));
        values.put("ownershipDay", ownershipDay(moments));
        values.put("eachDayMatters", eachDayMatters(question) ? "1 = 1" : "1 = 0");
        values.put("seat", seat(question));
        values.put("nowhere", question.whose() == Whose.OWNER ? "'owner-not-known'" : "'no-premises-known'");
        return Sql.fill(LINES, values);
    }

    /** Whether more has dates than what is known of the suppliers themselves. */
    private static boolean eachDayMatters(Question question) {
        return question.whose() == Whose.OWNER
                || question.definition().places().stream()
                        .anyMatch(set -> set.validFrom() != null || set.validUntil() != null);
    }

    /** Of which supplier the premises of a payment are: the one that is paid, or the one that owns it in the end. */
    private static String seat(Question question) {
        var moments = question.moments();
        return question.whose() == Whose.OWNER
                ? Owners.sql(Sql.knownAt(moments.suppliers()), Sql.knownAt(moments.ownership()), ownershipDay(moments))
                : ", seat AS (SELECT anchor, mention, paid_on, supplier FROM payment)";
    }

    /** The day whose owners count for a payment. */
    private static String ownershipDay(Moments moments) {
        return moments.ownershipOn()
                .map(day -> "least(payment.paid_on, DATE '" + day + "')")
                .orElse("payment.paid_on");
    }

    private static String files(List<LedgerEntry> deliveries) {
        if (deliveries.isEmpty()) {
            return NO_LINES;
        }
        return "SELECT * FROM read_parquet(["
                + Sql.texts(deliveries.stream().map(LedgerEntry::path).toList())
                + "], union_by_name = true)"; // Older files lack columns that lines have since got.
    }

    private static String firstMatch(List<ScopeRule> rules) {
        return rules.stream()
                .map(rule -> "WHEN regexp_like(upper(coalesce(" + column(rule) + ", '')), " + Sql.text(rule.pattern())
                        + ") THEN " + Sql.text(rule.id()))
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
}
