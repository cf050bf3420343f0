package anchorage.insight.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a figure can be broken down by. Every line has exactly one value of each, so the parts sum to the whole. */
public enum Dimension {
    ANCHOR("anchor", "anchor"),
    MONTH("month", "CAST(year(paid_on) AS VARCHAR) || '-' || lpad(CAST(month(paid_on) AS VARCHAR), 2, '0')"),
    QUARTER("quarter", "CAST(year(paid_on) AS VARCHAR) || '-Q' || CAST(quarter(paid_on) AS VARCHAR)"),
    YEAR("year", "CAST(year(paid_on) AS VARCHAR)"),
    /** April to March, as 2025-26. */
    FINANCIAL_YEAR(
            "financial-year",
            "CASE WHEN month(paid_on) >= 4"
                    + " THEN CAST(year(paid_on) AS VARCHAR) || '-' || lpad(CAST((year(paid_on) + 1) % 100 AS VARCHAR), 2, '0')"
                    + " ELSE CAST(year(paid_on) - 1 AS VARCHAR) || '-' || lpad(CAST(year(paid_on) % 100 AS VARCHAR), 2, '0') END"),
    /** The line's own category; never a supplier's sector as a stand-in for it. */
    CATEGORY("category", "coalesce(category, '(none)')"),
    OWNERSHIP("ownership", "coalesce(ownership_class, '(unknown)')"),
    /** MICRO, SMALL, MEDIUM or LARGE, as a register states it. */
    SIZE("size", "coalesce(size_class, '(unknown)')"),
    /** Of deprivation: 1 to 10 of the neighbourhood of the premises that count, 1 being the most deprived tenth. */
    DECILE("decile", "coalesce(CAST(decile AS VARCHAR), '(unmatched)')"),
    /** The district of the premises that count. */
    PLACE("place", "coalesce(district, '(unknown)')"),
    /** The ward of the premises that count, as their postcode lies now. */
    WARD("ward", "coalesce(ward, '(unknown)')");

    private final String key;
    private final String sql;

    Dimension(String key, String sql) {
        this.key = key;
        this.sql = sql;
    }

    /** The name in {@code by} and in a row's key. */
    public String key() {
        return key;
    }

    /** Whether its values are periods. */
    boolean isPeriod() {
        return this == MONTH || this == QUARTER || this == YEAR || this == FINANCIAL_YEAR;
    }

    /** The expression over {@code judged}. */
    String sql() {
        return sql;
    }

    /** The dimensions that a list such as {@code anchor,month} names. */
    public static List<Dimension> list(String by) {
        if (by == null || by.isBlank()) {
            return List.of();
        }
        return Arrays.stream(by.split(","))
                .map(String::strip)
                .distinct()
                .map(Dimension::of)
                .toList();
    }

    private static Dimension of(String key) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new BadQuestion("There is no breakdown by '" + key + "'. Known are "
                        + Arrays.stream(values()).map(Dimension::key).collect(Collectors.joining(", ")) + "."));
    }
}
