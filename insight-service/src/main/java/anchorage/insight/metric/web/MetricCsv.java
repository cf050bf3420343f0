package anchorage.insight.metric.web;

import anchorage.insight.metric.Answered;
import anchorage.insight.metric.LinesLink;
import anchorage.kit.csv.CsvFile;
import anchorage.kit.csv.CsvTable;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;

/** An answer's rows as CSV. The moment of the basis is in a header, so that the file can be asked for again. */
final class MetricCsv {

    private MetricCsv() {}

    /** The rows of an answer. */
    static RestResponse<String> of(Table table, Answered answer, List<String> keys, List<?> rows) {
        return CsvFile.answer(of(table, keys).text(rows), table.key())
                .header("Anchorage-As-Of", answer.basis().asOf().toString())
                .header("Link", CsvDescriptions.link(table, keys))
                .build();
    }

    /** What a table whose rows have these keys is as CSV. */
    static CsvTable of(Table table, List<String> keys) {
        return CsvTable.brokenDown(table.row(), keys, Set.of(LinesLink.class));
    }
}
