package anchorage.insight.metric;

/**
 * Who could supply an anchor locally: in each category, the suppliers that some anchor pays already and that have premises
 * in the asking anchor's area. Natural persons are left out, and so is what is paid without a category: that two lines
 * both have none makes them no more alike. As a common table expression {@code supply}: the anchor that might buy, the
 * category, the supplier, the anchor that pays it, and how much.
 */
final class LocalSupply {

    static final String SQL = """
            , bought AS (
                SELECT anchor AS payer, category, supplier, max(paid_on) AS last_paid_on, sum(amount) AS paid
                FROM judged WHERE supplier IS NOT NULL AND state = 'DECIDED' AND category IS NOT NULL
                GROUP BY anchor, category, supplier
                HAVING sum(amount) > 0 AND max(CASE WHEN natural_person THEN 1 ELSE 0 END) = 0
            ),
            supply AS (
                SELECT DISTINCT local_district.anchor, bought.category, bought.supplier,
                    described_supplier.known_name AS name, bought.payer,
                    bought.paid
                FROM bought
                LEFT JOIN described_supplier ON described_supplier.supplier = bought.supplier
                JOIN counting_premises AS premises ON premises.supplier = bought.supplier
                    AND (premises.valid_from IS NULL OR premises.valid_from <= bought.last_paid_on)
                    AND (premises.valid_until IS NULL OR premises.valid_until > bought.last_paid_on)
                JOIN local_district ON local_district.district = premises.district
            )
            """;

    private LocalSupply() {}
}
