package anchorage.insight.metric;

import java.util.List;

/**
 * What lines are told apart by where a figure only adds them up. A supplier is paid again and again: Trafford's 241,764
 * lines of 2025-26 are 21,939 sums by supplier, category and month, and 3,128 by supplier and category. A figure reads the
 * coarsest sums that still tell what it asks; the figure is the same, since sums are exact.
 */
enum Grain {
    /** Each line by itself. */
    LINE(true, true),
    CATEGORY_AND_MONTH(true, true),
    CATEGORY(true, false),
    MONTH(false, true),
    /** By supplier and what is known of it, and nothing more. */
    SUPPLIER(false, false);

    /** What of a line every grain tells. */
    private static final String ALWAYS =
            "delivery, anchor, mention, natural_person, redacted, supplier, state, ownership_class, size_class, "
                    + "district, ward, decile, verdict, scope, rule";

    /** As wide as the engine adds up in one word of the processor; a sum that is too large for it cannot be kept. */
    private static final String POUNDS = "DECIMAL(18, 4)";

    private final boolean tellsCategory;
    private final boolean tellsMonth;

    Grain(boolean tellsCategory, boolean tellsMonth) {
        this.tellsCategory = tellsCategory;
        this.tellsMonth = tellsMonth;
    }

    /** The coarsest for a figure of the question that adds lines up, broken down by the dimensions. */
    static Grain of(Question question, List<Dimension> by) {
        var category = by.contains(Dimension.CATEGORY) || question.where().containsKey(Dimension.CATEGORY);
        var month =
                by.stream().anyMatch(Dimension::isPeriod) || !question.days().equals(Days.ALL);
        if (!question.days().areWholeMonths()) {
            return LINE;
        }
        if (category) {
            return month ? CATEGORY_AND_MONTH : CATEGORY;
        }
        return month ? MONTH : SUPPLIER;
    }

    /** A SELECT of lines, or of the sums of lines, from what has each line by itself. */
    String select(String lines) {
        if (this == LINE) {
            return "SELECT " + ALWAYS + ", category, paid_on, amount, credit, line_count, credit_count FROM " + lines;
        }
        var key = ALWAYS + (tellsCategory ? ", category" : "");
        var month = "CAST(date_trunc('month', paid_on) AS DATE)";
        return "SELECT " + key + (tellsMonth ? ", " + month + " AS paid_on" : "")
                + ", CAST(sum(amount) AS " + POUNDS + ") AS amount, CAST(sum(credit) AS " + POUNDS
                + ") AS credit, CAST(sum(line_count) AS BIGINT) AS line_count, "
                + "CAST(sum(credit_count) AS BIGINT) AS credit_count FROM "
                + lines + " GROUP BY " + key + (tellsMonth ? ", " + month : "");
    }

    /** What to order kept rows by, so that questions about one anchor or some days skip the rest. */
    String order() {
        return tellsMonth ? "anchor, paid_on" : "anchor";
    }
}
