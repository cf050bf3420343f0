package anchorage.insight.metric;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whose premises decide where the owner's do, as common table expressions over {@code payment} and {@code owned} that end
 * in {@code seat}: for each payment, the body at the end of the chain of parents that are stated for its day. There is
 * none where a parent is not in a register by an identifier, where a body has several parents, or where the chain does not
 * end; and where no parent is stated, only a body of a class that nobody else can own is its own.
 */
final class Owners {

    /** Of the steps of a chain; one that has as many goes round in a circle. */
    private static final int LONGEST = 7;

    /** A stated ultimate parent comes before all that a chain finds. */
    private static final int ULTIMATE = 1000;

    private static final String OWN = "'SOLE_TRADER', 'PARTNERSHIP', 'CHARITY', 'CIO', 'CIC', 'CO_OPERATIVE', "
            + "'COMMUNITY_BENEFIT_SOCIETY', 'EMPLOYEE_OWNED', 'HOUSING_ASSOCIATION', 'COMMUNITY_BUSINESS', 'PUBLIC_BODY'";

    private static final String CONTROLLED = """
            , controlled AS (
                SELECT DISTINCT parent.supplier, known.supplier AS owner, parent.role, parent.valid_from,
                    parent.valid_until
                FROM (SELECT * FROM parent WHERE {ownershipKnown}) AS parent
                LEFT JOIN (SELECT supplier, identifier FROM supplier_identifier WHERE {suppliersKnown}) AS known
                    ON known.identifier = parent.parent
            ),
            owner_1 AS (
                SELECT supplier, owner, valid_from, valid_until,
                    CASE WHEN role = 'ULTIMATE' THEN {ultimate} ELSE 1 END AS step
                FROM controlled
            ),
            """;

    private static final String NEXT = """
            owner_{step} AS (
                SELECT below.supplier, controlled.owner,
                    CASE WHEN below.valid_from IS NULL OR controlled.valid_from > below.valid_from
                        THEN controlled.valid_from ELSE below.valid_from END AS valid_from,
                    CASE WHEN below.valid_until IS NULL OR controlled.valid_until < below.valid_until
                        THEN controlled.valid_until ELSE below.valid_until END AS valid_until,
                    CASE WHEN controlled.role = 'ULTIMATE' THEN {ultimate} - {step} ELSE {step} END AS step
                FROM owner_{before} AS below
                JOIN controlled ON controlled.supplier = below.owner AND below.step = {before}
                    AND (below.valid_until IS NULL OR controlled.valid_from IS NULL
                        OR controlled.valid_from < below.valid_until)
                    AND (below.valid_from IS NULL OR controlled.valid_until IS NULL
                        OR controlled.valid_until > below.valid_from)
            ),
            """;

    private static final String SEAT = """
            above AS (
                SELECT payment.anchor, payment.mention, payment.paid_on, owner.owner, owner.step,
                    max(owner.step) OVER (PARTITION BY payment.anchor, payment.mention, payment.paid_on) AS last_step
                FROM payment
                JOIN (SELECT DISTINCT supplier, owner, valid_from, valid_until, step FROM ({owners}) AS stated) AS owner
                    ON owner.supplier = payment.supplier
                    AND (owner.valid_from IS NULL OR owner.valid_from <= {ownershipDay})
                    AND (owner.valid_until IS NULL OR owner.valid_until > {ownershipDay})
            ),
            topmost AS (
                SELECT anchor, mention, paid_on, min(CASE WHEN step = last_step THEN owner END) AS supplier,
                    CASE WHEN max(step) > {longest}
                            THEN count(CASE WHEN step = last_step AND owner IS NULL THEN 1 END) = 0
                                AND count(DISTINCT CASE WHEN step = last_step THEN owner END) = 1
                        ELSE max(step) < {longest} AND count(owner) = count(*) AND count(DISTINCT owner) = max(step)
                        END AS is_one
                FROM above GROUP BY anchor, mention, paid_on
            ),
            seat AS (
                SELECT anchor, mention, paid_on, supplier FROM topmost WHERE is_one
                UNION ALL
                SELECT payment.anchor, payment.mention, payment.paid_on, payment.supplier
                FROM payment
                JOIN owned ON owned.anchor = payment.anchor AND owned.mention = payment.mention
                    AND owned.paid_on = payment.paid_on AND owned.ownership_class IN ({own})
                LEFT JOIN topmost ON topmost.anchor = payment.anchor AND topmost.mention = payment.mention
                    AND topmost.paid_on = payment.paid_on
                WHERE topmost.mention IS NULL
            )
            """;

    private Owners() {}

    static String sql(String suppliersKnown, String ownershipKnown, String ownershipDay) {
        var ultimate = String.valueOf(ULTIMATE);
        return Sql.fill(
                        CONTROLLED,
                        Map.of(
                                "suppliersKnown", suppliersKnown,
                                "ownershipKnown", ownershipKnown,
                                "ultimate", ultimate))
                + IntStream.rangeClosed(2, LONGEST)
                        .mapToObj(step -> Sql.fill(
                                NEXT,
                                Map.of(
                                        "step", String.valueOf(step),
                                        "before", String.valueOf(step - 1),
                                        "ultimate", ultimate)))
                        .collect(Collectors.joining())
                + Sql.fill(
                        SEAT,
                        Map.of(
                                "owners",
                                IntStream.rangeClosed(1, LONGEST)
                                        .mapToObj(step -> "SELECT * FROM owner_" + step)
                                        .collect(Collectors.joining(" UNION ALL ")),
                                "ownershipDay",
                                ownershipDay,
                                "longest",
                                String.valueOf(LONGEST),
                                "own",
                                OWN));
    }
}
