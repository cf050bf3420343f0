package anchorage.registry.identification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** At what length an anchor's system cuts names off, learned from how long its names are. */
final class CutLengths {

    private static final int FEWEST = 4;
    private static final int SHORTEST = 18;

    private CutLengths() {}

    /** For each anchor of these mentions whose names pile up at their greatest length, that length. */
    static Map<String, Integer> learned(Handle handle, List<Mention> mentions) {
        var lengths = new HashMap<String, Map<Integer, Integer>>();
        handle.createQuery("""
                        SELECT anchor, length(name) AS length, count(DISTINCT name) AS names
                        FROM mention WHERE anchor = ANY(:anchors) GROUP BY anchor, length(name)
                        """)
                .bindArray(
                        "anchors",
                        String.class,
                        mentions.stream().map(Mention::anchor).distinct().toList())
                .map((row, context) -> lengths.computeIfAbsent(row.getString("anchor"), any -> new HashMap<>())
                        .put(row.getInt("length"), row.getInt("names")))
                .list();
        var cut = new HashMap<String, Integer>();
        lengths.forEach((anchor, names) -> {
            int length = of(names);
            if (length > 0) {
                cut.put(anchor, length);
            }
        });
        return cut;
    }

    /**
     * The length at which names are cut off; 0 where they seem not to be. Names thin out towards their greatest length;
     * where far more have it than have the lengths just below, they were longer once.
     *
     * @param names how many names there are of each length
     */
    static int of(Map<Integer, Integer> names) {
        if (names.isEmpty()) {
            return 0;
        }
        var sorted = new TreeMap<>(names);
        int longest = sorted.lastKey();
        int there = sorted.get(longest);
        int below = Math.max(names.getOrDefault(longest - 1, 0), names.getOrDefault(longest - 2, 0));
        return longest >= SHORTEST && there >= FEWEST && there > 2 * below ? longest : 0;
    }
}
