package anchorage.insight.metric.web;

import java.math.BigDecimal;

/**
 * A line of a test's ledger.
 *
 * @param supplier which of the test's suppliers its mention is
 */
record Line(BigDecimal amount, int supplier, String name, String paidOn, String category) {

    Line(BigDecimal amount, int supplier, String name, String paidOn) {
        this(amount, supplier, name, paidOn, "Category");
    }

    /** Whether the name is a redaction, as the service that reads files tells it. */
    boolean isRedacted() {
        return name.equalsIgnoreCase("redacted");
    }

    Line in(String other) {
        return new Line(amount, supplier, name, paidOn, other);
    }

    static Line paid(int pounds, int supplier) {
        return new Line(BigDecimal.valueOf(pounds), supplier, "Supplier", "2025-10-10");
    }
}
