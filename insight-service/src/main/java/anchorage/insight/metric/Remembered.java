package anchorage.insight.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Rows that can never change, by the SELECT that gave them; those used least lately are forgotten. */
final class Remembered {

    private static final int MOST = 64;

    private final Map<String, List<?>> rows = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<?>> eldest) {
            return size() > MOST;
        }
    };

    /** The rows of the SELECT, asked for where they are not known. */
    @SuppressWarnings("unchecked") // A SELECT is always read in the same way.
    <T> List<T> rows(String select, Supplier<List<T>> asking) {
        synchronized (rows) {
            var known = rows.get(select);
            if (known != null) {
                return (List<T>) known;
            }
        }
        var found = List.copyOf(asking.get());
        synchronized (rows) {
            rows.put(select, found);
        }
        return found;
    }
}
