package anchorage.ingest.reading;

import static anchorage.ingest.reading.Field.CATEGORY;
import static anchorage.ingest.reading.Field.CATEGORY_CODE;

import anchorage.ingest.KeepableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the fields of a table stand in its records. */
final class Columns {

    private static final int NOWHERE = -1;

    private final Header header;
    private final String[] keys = new String[Field.values().length];
    private final int[] positions = new int[Field.values().length];

    Columns(Header header) {
        this.header = header;
        for (var field : Field.values()) {
            positions[field.ordinal()] = header.mapping()
                    .header(field)
                    .map(name -> Header.position(header.cells(), name))
                    .orElse(NOWHERE);
            keys[field.ordinal()] = HeaderName.key(cell(header.cells().toArray(String[]::new), field));
        }
    }

    /** The words above the field's column, as headers are compared; empty where it has none. */
    String headerKey(Field field) {
        return keys[field.ordinal()];
    }

    Header header() {
        return header;
    }

    int width() {
        return header.cells().size();
    }

    /** The field's cell as it stands, or empty. */
    String cell(String[] cells, Field field) {
        int position = positions[field.ordinal()];
        return position < 0 || position >= cells.length ? "" : cells[position];
    }

    /** The field's cell without the spaces around it. */
    String text(String[] cells, Field field) {
        var cell = cell(cells, field);
        return cell.isEmpty() ? cell : KeepableText.withoutNul(cell.strip());
    }

    /** The last cell that holds anything, or -1. */
    int last(String[] cells) {
        int last = cells.length - 1;
        while (last >= 0 && cells[last].isBlank()) {
            last--;
        }
        return last;
    }

    /**
     * Whether a delimiter inside a cell may have moved the record's cells to the right. It surely has not if there are
     * no more cells than columns; nor if nothing that could be the amount stands where it would have been moved to, and
     * of all columns behind the amount none that is read holds anything.
     */
    boolean mayBeShifted(String[] cells) {
        int surplus = cells.length <= width() ? 0 : last(cells) - width() + 1;
        if (surplus <= 0) {
            return false;
        }
        int amount = positions[Field.AMOUNT.ordinal()];
        for (int at = amount + 1; at <= amount + surplus; at++) {
            if (ColumnValues.isAmount(cells[at])) {
                return true;
            }
        }
        for (int position : positions) {
            if (position > amount && !cells[position].isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** Which classification the categories are of: ProClass, CPV, or the anchor's own. */
    String categoryScheme() {
        var name = header.mapping()
                .header(CATEGORY_CODE)
                .or(() -> header.mapping().header(CATEGORY))
                .map(found -> found.toLowerCase(Locale.ROOT))
                .orElse("");
        if (name.contains("proclass")) {
            return "PROCLASS";
        }
        return name.contains("cpv") ? "CPV" : "OWN";
    }

    /** A record as it would stand under another table's header; what has no place there comes behind. */
    List<String> under(Header other, String[] cells) {
        if (header.cells().equals(other.cells())) {
            return List.of(cells);
        }
        var placed = new ArrayList<>(Collections.nCopies(other.cells().size(), ""));
        for (int at = 0; at < cells.length; at++) {
            var wanted = fieldAt(at)
                    .flatMap(other.mapping()::header)
                    .orElse(at < width() ? header.cells().get(at) : "");
            int position = wanted.isBlank() ? -1 : Header.position(other.cells(), wanted);
            if (position >= 0) {
                placed.set(position, cells[at]);
            } else if (!cells[at].isBlank()) {
                placed.add(cells[at]);
            }
        }
        return placed;
    }

    private Optional<Field> fieldAt(int column) {
        return Arrays.stream(Field.values())
                .filter(field -> positions[field.ordinal()] == column)
                .findFirst();
    }
}
