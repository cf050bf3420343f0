package anchorage.registry.place;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A lookup from districts to the combined authority, region and country they lie in, as the Office for National
 * Statistics publishes them: columns are known by the beginning of their name, since the year in it changes (LADCD,
 * LAD23CD).
 */
public final class AreaLookup {

    private AreaLookup() {}

    /** The places that a lookup names, each larger one once; empty where it is no such lookup. */
    public static Optional<Collection<Place>> read(Reader csv) throws IOException {
        var places = new TreeMap<String, Place>();
        try (var reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(false)
                .ofNamedCsvRecord(csv)) {
            Columns columns = null;
            for (var row : reader) {
                if (columns == null) {
                    var found = Columns.of(row.getHeader());
                    if (found.isEmpty()) {
                        return Optional.empty();
                    }
                    columns = found.get();
                }
                columns.read(row).forEach(place -> places.putIfAbsent(place.code(), place));
            }
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(places.values());
    }

    private record Columns(Map<Place.Kind, String> codes, Map<Place.Kind, String> names) {

        private static final Map<Place.Kind, Set<String>> PREFIXES = new LinkedHashMap<>(Map.of(
                Place.Kind.DISTRICT, Set.of("LAD", "LTLA"),
                Place.Kind.COMBINED_AUTHORITY, Set.of("CAUTH"),
                Place.Kind.REGION, Set.of("RGN"),
                Place.Kind.COUNTRY, Set.of("CTRY")));

        static Optional<Columns> of(List<String> header) {
            var codes = new LinkedHashMap<Place.Kind, String>();
            var names = new LinkedHashMap<Place.Kind, String>();
            for (var column : header) {
                PREFIXES.forEach((kind, prefixes) -> prefixes.forEach(prefix -> {
                    if (column.matches("\ufeff?" + prefix + "\\d*CD")) {
                        codes.putIfAbsent(kind, column);
                    }
                    if (column.matches("\ufeff?" + prefix + "\\d*NM")) {
                        names.putIfAbsent(kind, column);
                    }
                }));
            }
            return codes.containsKey(Place.Kind.DISTRICT) && codes.size() > 1
                    ? Optional.of(new Columns(codes, names))
                    : Optional.empty();
        }

        /** The district of a row, and the larger places, smallest first. */
        List<Place> read(NamedCsvRecord row) {
            var within = new ArrayList<String>();
            var places = new ArrayList<Place>();
            var kinds = Place.Kind.values();
            for (int at = kinds.length - 1; at >= 0; at--) {
                var kind = kinds[at];
                var code = cell(row, codes.get(kind));
                if (code.isEmpty()) {
                    continue;
                }
                places.add(new Place(code, cell(row, names.get(kind)), kind, List.copyOf(within)));
                within.add(0, code);
            }
            return places;
        }

        private static String cell(NamedCsvRecord row, String column) {
            return column == null ? "" : row.findField(column).orElse("").strip();
        }
    }
}
