package anchorage.kit.csv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Records as the rows of a CSV file. The columns are the fields in snake_case; a record within a record gives a column
 * for each of its own fields, and the key of a breakdown one for each of its parts. A value is written as in JSON: of
 * several plain ones each behind a space, and of anything else the JSON itself, so that nothing is lost.
 */
public final class CsvTable {

    /** Writes values as our JSON has them. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Class<?> row;
    private final Optional<List<String>> key;
    private final Set<Class<?>> leftOut;

    private CsvTable(Class<?> row, Optional<List<String>> key, Set<Class<?>> leftOut) {
        this.row = row;
        this.key = key;
        this.leftOut = leftOut;
    }

    /** A table whose rows are these records. */
    public static CsvTable of(Class<?> row) {
        return new CsvTable(row, Optional.empty(), Set.of());
    }

    /**
     * A table that breaks something down.
     *
     * @param row the record that a row is; its map is its key
     * @param key the parts of the key
     * @param leftOut types of fields that are no columns
     */
    public static CsvTable brokenDown(Class<?> row, List<String> key, Set<Class<?>> leftOut) {
        return new CsvTable(row, Optional.of(List.copyOf(key)), Set.copyOf(leftOut));
    }

    /** A column: its name, and the field of a row that it gives, or none where it is a part of a key. */
    public record Column(String name, Optional<RecordComponent> field) {}

    /** The columns, in their order. */
    public List<Column> columns() {
        var columns = new ArrayList<Column>();
        columns(row, "", columns);
        return columns;
    }

    /** A file of these rows. */
    public String text(List<?> rows) {
        var text = new StringWriter();
        try (var csv = CsvFile.writer(text)) {
            csv.writeRecord(columns().stream().map(Column::name).toList());
            for (var each : rows) {
                var cells = new ArrayList<String>();
                cells(row, each, cells);
                csv.writeRecord(cells);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private void columns(Class<?> record, String before, List<Column> columns) {
        for (var field : record.getRecordComponents()) {
            if (leftOut.contains(field.getType())) {
                continue;
            }
            if (isKey(field)) {
                key.orElseThrow().forEach(part -> columns.add(new Column(part, Optional.empty())));
            } else if (field.getType().isRecord()) {
                columns(field.getType(), before + snake(field.getName()) + "_", columns);
            } else {
                columns.add(new Column(before + snake(field.getName()), Optional.of(field)));
            }
        }
    }

    private void cells(Class<?> record, Object value, List<String> cells) {
        for (var field : record.getRecordComponents()) {
            if (leftOut.contains(field.getType())) {
                continue;
            }
            var content = value == null ? null : read(field, value);
            if (isKey(field)) {
                key.orElseThrow()
                        .forEach(part -> cells.add(cell(content == null ? null : ((Map<?, ?>) content).get(part))));
            } else if (field.getType().isRecord()) {
                cells(field.getType(), content, cells);
            } else {
                cells.add(cell(content));
            }
        }
    }

    private boolean isKey(RecordComponent field) {
        return key.isPresent() && field.getType() == Map.class;
    }

    private static String cell(Object value) {
        JsonNode written = JSON.valueToTree(value);
        if (written.isArray()
                && StreamSupport.stream(written.spliterator(), false).allMatch(JsonNode::isValueNode)) {
            var each = StreamSupport.stream(written.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            return CsvCell.text(String.join(" ", each));
        }
        if (written.isContainerNode()) {
            return written.toString();
        }
        if (written.isNull()) {
            return "";
        }
        return written.isNumber() ? written.decimalValue().toPlainString() : CsvCell.text(written.asText());
    }

    private static Object read(RecordComponent field, Object value) {
        try {
            var accessor = field.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
