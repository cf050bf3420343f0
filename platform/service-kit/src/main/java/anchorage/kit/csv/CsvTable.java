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
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    /** What JSON writes as it writes itself. */
    private static final Set<Class<?>> PLAIN =
            Set.of(Long.class, Integer.class, Boolean.class, UUID.class, LocalDate.class);

    private final List<Leaf> leaves;

    private CsvTable(Class<?> row, Optional<List<String>> key, Set<Class<?>> leftOut) {
        var found = new ArrayList<Leaf>();
        collect(
                row,
                new Leaf(new Column("", Optional.empty(), true), List.of(), Optional.empty()),
                key,
                leftOut,
                found);
        this.leaves = List.copyOf(found);
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

    /**
     * A column.
     *
     * @param field the field of a row that it gives, or none where it is a part of a key
     * @param isRequired whether no cell of it is ever empty
     */
    public record Column(String name, Optional<RecordComponent> field, boolean isRequired) {}

    /** The columns, in their order. */
    public List<Column> columns() {
        return leaves.stream().map(Leaf::column).toList();
    }

    /** The names of the columns, with which a file begins. */
    public List<String> header() {
        return leaves.stream().map(leaf -> leaf.column.name).toList();
    }

    /** The cells of a row. */
    public List<String> cells(Object row) {
        return leaves.stream().map(leaf -> cell(leaf.of(row))).toList();
    }

    /** A file of these rows. */
    public String text(List<?> rows) {
        var text = new StringWriter();
        try (var csv = CsvFile.writer(text)) {
            csv.writeRecord(header());
            rows.forEach(row -> csv.writeRecord(cells(row)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /**
     * A column with the way from a row to its value.
     *
     * @param part of the map there, where the column is a part of a key
     */
    private record Leaf(Column column, List<Method> way, Optional<String> part) {

        Leaf at(RecordComponent field) {
            var further = new ArrayList<>(way);
            field.getAccessor().setAccessible(true);
            further.add(field.getAccessor());
            var isRequired = column.isRequired && field.getType().isPrimitive();
            return new Leaf(
                    new Column(column.name + snake(field.getName()), Optional.of(field), isRequired), further, part);
        }

        /** Those of a record within a record stand behind its name, and are empty where it is not there. */
        Leaf inside() {
            return new Leaf(new Column(column.name + "_", Optional.empty(), false), way, part);
        }

        Leaf of(String keyPart) {
            return new Leaf(new Column(keyPart, Optional.empty(), false), way, Optional.of(keyPart));
        }

        Object of(Object row) {
            try {
                Object value = row;
                for (var step : way) {
                    value = value == null ? null : step.invoke(value);
                }
                return value != null && part.isPresent() ? ((Map<?, ?>) value).get(part.get()) : value;
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static void collect(
            Class<?> record, Leaf before, Optional<List<String>> key, Set<Class<?>> leftOut, List<Leaf> found) {
        for (var field : record.getRecordComponents()) {
            if (leftOut.contains(field.getType())) {
                continue;
            }
            var leaf = before.at(field);
            if (key.isPresent() && field.getType() == Map.class) {
                key.get().forEach(part -> found.add(leaf.of(part)));
            } else if (field.getType().isRecord()) {
                collect(field.getType(), leaf.inside(), key, leftOut, found);
            } else {
                found.add(leaf);
            }
        }
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return CsvCell.text(text);
        }
        if (PLAIN.contains(value.getClass())) {
            return value.toString();
        }
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

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
