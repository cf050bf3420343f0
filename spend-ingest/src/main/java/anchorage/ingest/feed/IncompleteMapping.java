package anchorage.ingest.feed;

import anchorage.ingest.reading.Field;

/** A mapping names no column for a field that is needed. */
public class IncompleteMapping extends RuntimeException {

    public IncompleteMapping(Field missing) {
        super("The mapping names no column for '" + missing.key() + "'. Known headers for it are " + missing.headers()
                + ".");
    }
}
