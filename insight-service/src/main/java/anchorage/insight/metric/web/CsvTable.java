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
import org.jboss.resteasy.reactive.RestResponse;

/**
 * An answer's rows as CSV (RFC 4180). The columns are the keys and then the fields of the row, in snake_case; a record
 * within a row gives a column for each of its own fields. The moment of the basis is in a header, so that the file can
 * be asked for again.
 */
final class CsvTable {

    private final List<String> keys;
    private final Class<?> type;

    private CsvTable(List<String> keys, Class<?> type) {
        this.keys = keys;
        this.type = type;
    }

    /** The rows, of which each is a record of that type. */
    static RestResponse<String> of(String name, Answered answer, List<String> keys, Class<?> type, List<?> rows) {
        var table = new CsvTable(keys, type);
        return RestResponse.ResponseBuilder.ok(table.text(rows))
                .header("Content-Type", "text/csv; charset=utf-8; header=present")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .header("Anchorage-As-Of", answer.basis().asOf().toString())
                .build();
    }

    private String text(List<?> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            var header = new ArrayList<String>();
            header(type, "", header);
            csv.writeRecord(header);
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

    private void header(Class<?> record, String before, List<String> header) {
        for (var component : record.getRecordComponents()) {
            if (isLink(component)) {
                continue;
            }
            if (component.getType() == Map.class) {
                header.addAll(keys);
            } else if (component.getType().isRecord()) {
                header(component.getType(), before + snake(component.getName()) + "_", header);
            } else {
                header.add(before + snake(component.getName()));
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
