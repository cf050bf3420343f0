package anchorage.insight.metric.web;

import anchorage.insight.metric.Answered;
import anchorage.insight.metric.LinesLink;
import anchorage.kit.csv.CsvCell;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * An answer's rows as CSV (RFC 4180). The columns are the keys and then the fields of the row, in snake_case; a record
 * within a row gives a column for each of its own fields. The moment of the basis is in a header, so that the file can
 * be asked for again.
 */
final class CsvTable {

    private final List<String> keys;
    private final Class<?> type;

    private CsvTable(Table table, List<String> keys) {
        this.keys = keys;
        this.type = table.row();
    }

    /** A column: its name, and the field of a row that it gives, or none where it is a key. */
    record Column(String name, Optional<RecordComponent> field) {}

    /** The rows of an answer. */
    static RestResponse<String> of(Table table, Answered answer, List<String> keys, List<?> rows) {
        return RestResponse.ResponseBuilder.ok(new CsvTable(table, keys).text(rows))
                .header("Content-Type", "text/csv; charset=utf-8; header=present")
                .header("Content-Disposition", "attachment; filename=\"" + table.key() + ".csv\"")
                .header("Anchorage-As-Of", answer.basis().asOf().toString())
                .header("Link", CsvDescriptions.link(table, keys))
                .build();
    }

    /** The columns of a table whose rows have these keys. */
    static List<Column> columns(Table table, List<String> keys) {
        var columns = new ArrayList<Column>();
        new CsvTable(table, keys).columns(table.row(), "", columns);
        return columns;
    }

    private String text(List<?> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            var columns = new ArrayList<Column>();
            columns(type, "", columns);
            csv.writeRecord(columns.stream().map(Column::name).toList());
            for (var row : rows) {
                var cells = new ArrayList<String>();
                cells(type, row, cells);
                csv.writeRecord(cells);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private void columns(Class<?> record, String before, List<Column> columns) {
        for (var component : record.getRecordComponents()) {
            if (isLink(component)) {
                continue;
            }
            if (component.getType() == Map.class) {
                keys.forEach(key -> columns.add(new Column(key, Optional.empty())));
            } else if (component.getType().isRecord()) {
                columns(component.getType(), before + snake(component.getName()) + "_", columns);
            } else {
                columns.add(new Column(before + snake(component.getName()), Optional.of(component)));
            }
        }
    }

    private void cells(Class<?> record, Object value, List<String> cells) {
        for (var component : record.getRecordComponents()) {
            if (isLink(component)) {
                continue;
            }
            var field = value == null ? null : read(component, value);
            if (component.getType() == Map.class) {
                keys.forEach(key -> cells.add(cell(field == null ? null : ((Map<?, ?>) field).get(key))));
            } else if (component.getType().isRecord()) {
                cells(component.getType(), field, cells);
            } else {
                cells.add(cell(field));
            }
        }
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        var text = value instanceof Collection<?> several
                ? String.join(" ", several.stream().map(Object::toString).toList())
                : value.toString();
        return CsvCell.text(text);
    }

    private static boolean isLink(RecordComponent component) {
        return component.getType() == LinesLink.class;
    }

    private static Object read(RecordComponent component, Object value) {
        try {
            var accessor = component.getAccessor();
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
