package anchorage.ingest.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a file is laid out, as it was found. Of a file with several tables, it is the first ledger's, and {@code tables}
 * says what became of each.
 *
 * @param format CSV, NDJSON, XLSX or XLS, with the packing behind it
 * @param encoding IANA name of the character encoding, or null for a workbook
 * @param delimiter the character between cells, or null for a workbook
 * @param sheet the sheet's or the packed file's name, or null where there is but one table without a name
 * @param headerRow the record that is the header, the first being 1; 0 where the table continues the one before it
 * @param header the header's cells
 * @param columns header text by field key; a header that stands twice has #2 and so on behind it
 * @param tables every table of a file that has several, else empty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Layout(
        @Schema(description = "CSV, NDJSON, XLSX or XLS, and behind it _IN_ZIP or _IN_GZIP where it was packed")
        String format,

        @Schema(description = "IANA name of the character encoding", examples = "UTF-8")
        String encoding,

        @Schema(description = "The character between cells", examples = ",")
        String delimiter,

        @Schema(description = "The sheet's or the packed file's name, where it has one")
        String sheet,

        @Schema(description = "Which record is the header, the first being 1") @JsonInclude
        int headerRow,

        @JsonInclude List<String> header,

        @Schema(description = "Header text by field key; a header that stands twice has #2 behind it") @JsonInclude
        Map<String, String> columns,

        @Schema(description = "What became of each table of a file that has several")
        List<TableUse> tables) {

    public Layout {
        header = List.copyOf(header);
        columns = Map.copyOf(columns);
        tables = tables == null ? List.of() : List.copyOf(tables);
    }

    Layout(String format, String encoding, String delimiter, String sheet, Header header) {
        this(
                format,
                encoding,
                delimiter,
                sheet,
                header.record(),
                header.cells(),
                header.mapping().columns(),
                List.of());
    }

    Layout with(List<TableUse> uses) {
        return new Layout(
                format,
                encoding,
                delimiter,
                sheet,
                headerRow,
                header,
                columns,
                uses.size() > 1 ? new ArrayList<>(uses) : List.of());
    }

    /**
     * What became of a table.
     *
     * @param records how many records it holds below its header
     * @param setAside why its records are excluded, or null where they are read
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TableUse(String name, long records, String setAside) {}
}
