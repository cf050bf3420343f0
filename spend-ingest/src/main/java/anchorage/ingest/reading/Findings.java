package anchorage.ingest.reading;

import anchorage.ingest.reading.ColumnMapping.DateOrder;
import java.nio.charset.Charset;

/**
 * What an earlier reading of the same file found out that its beginning does not show.
 *
 * @param encoding the encoding, or null where the beginning tells
 * @param dateOrder how its dates are written, or null where nothing has told
 */
public record Findings(Charset encoding, DateOrder dateOrder) {

    public static final Findings NONE = new Findings(null, null);

    /** Says that the file must be read once more, in the light of what was found. */
    public static final class ReadAgain extends RuntimeException {

        private final Charset encoding;
        private final DateOrder dateOrder;

        ReadAgain(Charset encoding) {
            this(encoding, null, "the file holds bytes that are not in the encoding that its beginning suggests");
        }

        ReadAgain(DateOrder dateOrder) {
            this(null, dateOrder, "most of the file's dates make sense only in the other order");
        }

        private ReadAgain(Charset encoding, DateOrder dateOrder, String message) {
            super(message, null, false, false);
            this.encoding = encoding;
            this.dateOrder = dateOrder;
        }

        /** Those findings and this one. */
        public Findings with(Findings earlier) {
            return new Findings(
                    encoding == null ? earlier.encoding : encoding, dateOrder == null ? earlier.dateOrder : dateOrder);
        }
    }
}
