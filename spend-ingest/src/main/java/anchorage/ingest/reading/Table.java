package anchorage.ingest.reading;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;

/** A table of a file, before it is known whether it is a ledger: a text, a worksheet, a file of a zip. */
interface Table {

    /** What it is called, or null where it is the only one. */
    String name();

    /**
     * Opens it at the first record of its ledger.
     *
     * @param mapping the feed's mapping, or empty to propose one from the header
     * @param encoding the encoding where it is known
     * @param before the header of the table before it, which a table without one may continue; null if there is none
     * @throws UnreadableFile if it holds no ledger that the mapping fits
     */
    Opened open(Optional<ColumnMapping> mapping, Optional<Charset> encoding, Header before) throws IOException;

    /** Opens it at its first record, for counting what is in it. */
    Grid openAll() throws IOException;

    /** An opened table. */
    record Opened(Grid grid, Header header, Layout layout) {}
}
