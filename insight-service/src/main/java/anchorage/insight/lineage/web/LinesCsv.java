package anchorage.insight.lineage.web;

import anchorage.insight.lineage.LedgerLine;
import anchorage.kit.csv.CsvCell;
import anchorage.kit.csv.CsvFile;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;

/** Lines as CSV, written as they are read, so that their number does not matter. */
final class LinesCsv {

    private LinesCsv() {}

    static StreamingOutput of(Consumer<Consumer<LedgerLine>> lines) {
        return output -> {
            var text = new OutputStreamWriter(output, StandardCharsets.UTF_8);
            var csv = CsvFile.writer(text);
            csv.writeRecord(
                    "delivery",
                    "row",
                    "anchor",
                    "paid_on",
                    "amount",
                    "supplier_name",
                    "unit",
                    "category",
                    "category_code",
                    "category_scheme",
                    "purpose",
                    "transaction",
                    "scope",
                    "scope_rule",
                    "supplier",
                    "supplier_known_as",
                    "identified_by",
                    "postcode",
                    "district",
                    "verdict",
                    "reason");
            lines.accept(line -> csv.writeRecord(
                    line.delivery().toString(),
                    String.valueOf(line.row()),
                    line.anchor(),
                    line.paidOn().toString(),
                    line.amount(),
                    CsvCell.text(line.supplierName()),
                    CsvCell.text(line.unit()),
                    CsvCell.text(line.category()),
                    CsvCell.text(line.categoryCode()),
                    CsvCell.text(line.categoryScheme()),
                    CsvCell.text(line.purpose()),
                    CsvCell.text(line.transaction()),
                    line.scope(),
                    Objects.toString(line.scopeRule(), ""),
                    Objects.toString(line.supplier(), ""),
                    CsvCell.text(line.supplierKnownAs()),
                    Objects.toString(line.identifiedBy(), ""),
                    Objects.toString(line.postcode(), ""),
                    Objects.toString(line.district(), ""),
                    line.verdict(),
                    line.reason()));
            csv.flush();
            text.flush();
        };
    }
}
