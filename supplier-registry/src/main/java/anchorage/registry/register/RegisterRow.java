package anchorage.registry.register;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A row of a register with a header. Columns are known by the letters and digits of their titles, so that a space before
 * a title, as Companies House writes some, does not matter.
 */
final class RegisterRow {

    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ofPattern("d/M/yyyy", Locale.ROOT),
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.BASIC_ISO_DATE);

    private final Map<String, Integer> columns;
    private final CsvRecord record;

    private RegisterRow(Map<String, Integer> columns, CsvRecord record) {
        this.columns = columns;
        this.record = record;
    }

    /** Gives every row, comma- or tab-separated; the file is refused where a column that must be there is not. */
    static void each(Reader text, List<String> needed, Consumer<RegisterRow> use) throws IOException {
        Map<String, Integer> columns = null;
        for (var record : reader(text)) {
            if (columns == null) {
                columns = columns(record);
                for (var column : needed) {
                    if (!columns.containsKey(column)) {
                        throw new Importer.RegisterRefused("The header has no column '" + column
                                + "' (spaces and case do not matter); it has " + record.getFields() + ".");
                    }
                }
                continue;
            }
            use.accept(new RegisterRow(columns, record));
        }
    }

    /** Records of a file, whichever of comma and tab separates its cells. */
    static CsvReader<CsvRecord> reader(Reader text) throws IOException {
        var start = new char[8192];
        int length = 0;
        for (int read = text.read(start, 0, start.length);
                read > 0 && length + read <= start.length;
                read = text.read(start, length, start.length - length)) {
            length += read;
            if (new String(start, 0, length).indexOf('\n') >= 0 || length == start.length) {
                break;
            }
        }
        var head = new String(start, 0, length);
        var firstLine = head.lines().findFirst().orElse("");
        var whole = new PushbackReader(text, Math.max(1, length));
        whole.unread(start, 0, length);
        return CsvReader.builder()
                .fieldSeparator(firstLine.indexOf('\t') >= 0 ? '\t' : ',')
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(whole);
    }

    private static Map<String, Integer> columns(CsvRecord header) {
        var columns = new HashMap<String, Integer>();
        for (int at = 0; at < header.getFieldCount(); at++) {
            columns.putIfAbsent(key(header.getField(at)), at);
        }
        return columns;
    }

    /** Whether the register has a column of that key. */
    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** The keys of all columns. */
    Iterable<String> columns() {
        return columns.keySet();
    }

    /** The first of these columns that says something here; empty where none does. */
    String cell(String... keys) {
        for (var column : keys) {
            var at = columns.get(column);
            if (at != null && at < record.getFieldCount()) {
                var text = record.getField(at).strip();
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    /** The day in a column, if it holds one. */
    Optional<LocalDate> day(String... keys) {
        return dayIn(cell(keys));
    }

    static Optional<LocalDate> dayIn(String cell) {
        var text = cell.length() > 10 && cell.charAt(10) == 'T' ? cell.substring(0, 10) : cell.split(" ")[0];
        for (var form : DAYS) {
            try {
                return Optional.of(LocalDate.parse(text, form));
            } catch (DateTimeParseException otherForm) {
                // The next form may fit.
                continue;
            }
        }
        return Optional.empty();
    }

    static String key(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
