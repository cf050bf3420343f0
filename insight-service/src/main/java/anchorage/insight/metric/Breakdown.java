package anchorage.insight.metric;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The SQL by which a figure is broken down: the columns key0, key1 ... beside those of {@code judged}, and the grouping
 * that gives a row for each combination and one, with {@code is_total} 1, for the whole.
 */
record Breakdown(List<Dimension> by) {

    Breakdown {
        by = List.copyOf(by);
    }

    /** What to select from. */
    String from() {
        return by.isEmpty() ? "judged" : "(SELECT *, " + expressions() + " FROM judged) AS keyed";
    }

    /** The keys and is_total, to begin a SELECT list with. */
    String columns() {
        return by.isEmpty()
                ? "1 AS is_total"
                : names() + ", CASE WHEN grouping(key0) = 1 THEN 1 ELSE 0 END AS is_total";
    }

    /** What to group by. */
    String sets() {
        return by.isEmpty() ? "GROUPING SETS (())" : "GROUPING SETS ((" + names() + "), ())";
    }

    /** What to order by. */
    String order() {
        return by.isEmpty() ? "is_total" : "is_total, " + names();
    }

    /** The names of the key columns. */
    String names() {
        return IntStream.range(0, by.size()).mapToObj(at -> "key" + at).collect(Collectors.joining(", "));
    }

    /** The key of a row that is not the whole. */
    Map<String, String> key(ResultSet row) throws SQLException {
        var key = new LinkedHashMap<String, String>();
        for (int at = 0; at < by.size(); at++) {
            key.put(by.get(at).key(), row.getString("key" + at));
        }
        return key;
    }

    private String expressions() {
        return IntStream.range(0, by.size())
                .mapToObj(at -> by.get(at).sql() + " AS key" + at)
                .collect(Collectors.joining(", "));
    }
}
