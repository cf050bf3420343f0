package anchorage.kit.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Writer;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** A CSV file as every service gives it: RFC 4180, lines that end in CRLF, a header, UTF-8. */
public final class CsvFile {

    /** What an operation says that it gives beside JSON, which a client gets that asks for nothing. */
    public static final String MEDIA_TYPE = "text/csv;qs=0.5";

    static final String CONTENT_TYPE = "text/csv; charset=utf-8; header=present";

    private CsvFile() {}

    /** Writes the records of a file. Text of unknown origin goes through {@link CsvCell} first. */
    public static CsvWriter writer(Writer to) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(to);
    }

    /** An answer that is such a file, under a name to save it by. */
    public static <T> ResponseBuilder<T> answer(T content, String name) {
        return ResponseBuilder.ok(content)
                .header("Content-Type", CONTENT_TYPE)
                .header("Content-Disposition", disposition(name));
    }

    static String disposition(String name) {
        return "attachment; filename=\"" + name + ".csv\"";
    }
}
