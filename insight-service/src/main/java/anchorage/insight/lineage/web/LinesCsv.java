package anchorage.insight.lineage.web;

import anchorage.insight.lineage.LedgerLine;
import anchorage.kit.csv.CsvFile;
import anchorage.kit.csv.CsvTable;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Lines as CSV, written as they are read, so that their number does not matter. */
final class LinesCsv {

    private LinesCsv() {}

    static StreamingOutput of(Consumer<Consumer<LedgerLine>> lines) {
        var table = CsvTable.of(LedgerLine.class);
        return output -> {
            var text = new OutputStreamWriter(output, StandardCharsets.UTF_8);
            var csv = CsvFile.writer(text);
            csv.writeRecord(table.header());
            lines.accept(line -> csv.writeRecord(table.cells(line)));
            csv.flush();
            text.flush();
        };
    }
}
