package anchorage.ingest.reading;

import anchorage.ingest.reading.ColumnMapping.DateOrder;
import java.nio.charset.Charset;
import java.util.Map;

/**
 * What an earlier reading of the same file found out that its beginning does not show.
 *
 * @param encoding the encoding, or null where the beginning tells
 * @param dateOrders the order of day and month for each way in which the file writes dates; empty where nothing has told
 */
public record Findings(Charset encoding, Map<DateStyle, DateOrder> dateOrders) {

    public static final Findings NONE = new Findings(null, Map.of());

    public Findings {
        dateOrders = Map.copyOf(dateOrders);
    }

    /** Says that the file must be read once more, in the light of what was found. */
    public static final class ReadAgain extends RuntimeException {

        private final Charset encoding;
        private final Map<DateStyle, DateOrder> dateOrders;

        ReadAgain(Charset encoding) {
            this(encoding, Map.of(), "the file holds bytes that are not in the encoding that its beginning suggests");
        }

        ReadAgain(Map<DateStyle, DateOrder> dateOrders) {
            this(null, dateOrders, "most of the file's dates make sense only in the other order");
        }

        private ReadAgain(Charset encoding, Map<DateStyle, DateOrder> dateOrders, String message) {
            super(message, null, false, false);
            this.encoding = encoding;
            this.dateOrders = dateOrders;
        }

        /** Those findings and this one. */
        public Findings with(Findings earlier) {
            return new Findings(
                    encoding == null ? earlier.encoding : encoding,
                    dateOrders.isEmpty() ? earlier.dateOrders : dateOrders);
        }
    }
}
