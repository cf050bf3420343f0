package anchorage.ingest.delivery.web;

import anchorage.ingest.delivery.Delivery;
import anchorage.ingest.delivery.RefusedRows;
import anchorage.kit.csv.CsvCell;
import anchorage.kit.csv.CsvFile;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A delivery's refused rows as CSV: their original cells under their original header, ready to be mended, and behind
 * them the row, code, column and advice, whose headers a reader of ledgers does not know and so leaves alone.
 */
final class RefusedRowsCsv {

    private RefusedRowsCsv() {}

    static StreamingOutput of(Delivery delivery, RefusedRows rows) {
        var header = delivery.layout() == null
                ? List.<String>of()
                : delivery.layout().header();
        return output -> {
            var text = new OutputStreamWriter(output, StandardCharsets.UTF_8);
            var csv = CsvFile.writer(text);
            var titles = new ArrayList<>(header);
            titles.addAll(List.of("refused_row", "refused_code", "refused_column", "refused_advice"));
            csv.writeRecord(titles);
            rows.each(delivery.id(), row -> {
                var cells = new ArrayList<String>();
                for (int at = 0; at < Math.max(header.size(), row.cells().size()); at++) {
                    cells.add(at < row.cells().size() ? CsvCell.text(row.cells().get(at)) : "");
                }
                cells.addAll(List.of(
                        String.valueOf(row.row()), row.code(), row.column() == null ? "" : row.column(), row.advice()));
                csv.writeRecord(cells);
            });
            csv.flush();
            text.flush();
        };
    }
}
