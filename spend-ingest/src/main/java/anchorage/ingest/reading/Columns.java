package anchorage.ingest.reading;

import static anchorage.ingest.reading.Field.CATEGORY;
import static anchorage.ingest.reading.Field.CATEGORY_CODE;

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
    private final int[] positions = new int[Field.values().length];

    Columns(Header header) {
        this.header = header;
        for (var field : Field.values()) {
            positions[field.ordinal()] = header.mapping()
                    .header(field)
                    .map(name -> Header.position(header.cells(), name))
                    .orElse(NOWHERE);
        }
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
        return cell.isEmpty() ? cell : cell.strip();
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
