package anchorage.insight.metric.web;

import anchorage.insight.metric.Basis;
import anchorage.kit.csv.CsvCell;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** An answer as CSV (RFC 4180). The moment of its basis is in a header, so that the file can be asked for again. */
final class CsvTable {

    private final String name;
    private final Basis basis;
    private final StringWriter text = new StringWriter();
    private final CsvWriter csv =
            CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    private List<String> row;

    CsvTable(String name, Basis basis, List<String> header) {
        this.name = name;
        this.basis = basis;
        csv.writeRecord(header);
    }

    /** Begins a row. */
    CsvTable begin() {
        end();
        row = new ArrayList<>();
        return this;
    }

    /** A cell that others wrote. */
    CsvTable text(String cell) {
        row.add(CsvCell.text(cell));
        return this;
    }

    /** A cell that we computed. */
    CsvTable value(Object cell) {
        row.add(cell == null ? "" : cell.toString());
        return this;
    }

    RestResponse<String> asResponse() {
        end();
        flush();
        return RestResponse.ResponseBuilder.ok(text.toString())
                .header("Content-Type", "text/csv; charset=utf-8; header=present")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .header("Anchorage-As-Of", basis.asOf().toString())
                .build();
    }

    private void flush() {
        try {
            csv.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void end() {
        if (row != null) {
            csv.writeRecord(row);
            row = null;
        }
    }
}
