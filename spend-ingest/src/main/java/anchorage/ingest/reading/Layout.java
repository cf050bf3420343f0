package anchorage.ingest.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a file is laid out, as it was found.
 *
 * @param format CSV, or CSV in ZIP, or CSV in GZIP
 * @param encoding IANA name of the character encoding
 * @param headerRow the record that is the header, the first being 1
 * @param header the header's cells
 * @param columns header text by field key
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Layout(
        @Schema(description = "CSV, CSV_IN_ZIP or CSV_IN_GZIP")
        String format,

        @Schema(description = "IANA name of the character encoding", examples = "UTF-8")
        String encoding,

        @Schema(description = "The character between cells", examples = ",")
        String delimiter,

        @Schema(description = "Which record is the header, the first being 1")
        int headerRow,

        List<String> header,
        @Schema(description = "Header text by field key") Map<String, String> columns) {

    public Layout {
        header = List.copyOf(header);
        columns = Map.copyOf(columns);
    }
}
