package anchorage.ingest.reading;

import java.io.Closeable;
import java.io.IOException;

/** Records of cells, one at a time, whatever they are written in. */
interface Grid extends Closeable {

    /**
     * The next record's cells, or null at the end.
     *
     * @throws UnreadableFile if the file breaks off here
     */
    String[] next() throws IOException;

    /** What is wrong with the record that {@link #next} gave last, or null. Its cells hold what could be made out. */
    default String fault() {
        return null;
    }
}
