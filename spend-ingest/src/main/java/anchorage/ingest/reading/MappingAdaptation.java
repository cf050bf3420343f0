package anchorage.ingest.reading;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * A feed's mapping on a file whose header has changed. A column that was renamed is followed where there is exactly one
 * that it can be; where there is none or a choice, the file is refused rather than guessed at.
 */
final class MappingAdaptation {

    private MappingAdaptation() {}

    static ColumnMapping of(ColumnMapping mapping, List<String> header, double surely) {
        var columns = new LinkedHashMap<String, String>();
        var taken = new HashSet<Integer>();
        mapping.columns().forEach((field, wanted) -> {
            var position = Header.position(header, wanted);
            if (position >= 0) {
                columns.put(field, wanted);
                taken.add(position);
            }
        });
        mapping.columns().forEach((key, wanted) -> {
            if (!columns.containsKey(key)) {
                follow(Field.of(key), wanted, header, taken, surely, columns);
            }
        });
        return new ColumnMapping(columns, mapping.dateOrder());
    }

    private static void follow(
            Field field,
            String wanted,
            List<String> header,
            Set<Integer> taken,
            double surely,
            LinkedHashMap<String, String> columns) {
        var renamed = new LinkedHashMap<Integer, String>();
        for (int at = 0; at < header.size(); at++) {
            var cell = header.get(at);
            if (!taken.contains(at) && (likeness(cell, wanted) >= surely || KnownHeaders.means(cell, field))) {
                renamed.put(at, cell);
            }
        }
        if (renamed.size() == 1) {
            var found = renamed.entrySet().iterator().next();
            taken.add(found.getKey());
            columns.put(field.key(), found.getValue());
            return;
        }
        if (field.isRequired()) {
            var nearest = header.stream()
                    .max(Comparator.comparingDouble(cell -> likeness(cell, wanted)))
                    .orElse("");
            throw new UnreadableFile(
                    "header-changed",
                    "The feed's mapping reads '" + field.key() + "' from column '" + wanted
                            + "', which this file does not have. "
                            + (renamed.isEmpty()
                                    ? "The nearest column is '" + nearest + "'. "
                                    : "It could be any of " + renamed.values() + ". ")
                            + "Correct the file, or the feed's mapping.");
        }
    }

    private static double likeness(String one, String other) {
        return HeaderName.likeness(HeaderName.key(one), HeaderName.key(other));
    }
}
