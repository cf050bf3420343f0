package anchorage.ingest.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that were packed, given out until they are more than a ledger can honestly shrink by. */
final class Inflated extends FilterInputStream {

    /** Repetitive ledgers shrink to a fortieth; what shrinks to a three-hundredth was made to break readers. */
    private static final long MOST_TIMES = 300;

    private static final long ALWAYS = 128L << 20;

    private final long most;
    private long count;

    Inflated(InputStream bytes, long packed) {
        super(bytes);
        this.most = Math.max(ALWAYS, packed * MOST_TIMES);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(read);
        return read;
    }

    private void count(int read) {
        count += Math.max(0, read);
        if (count > most) {
            throw new UnreadableFile(
                    "packed-too-tightly",
                    "Unpacked, the file is more than " + MOST_TIMES
                            + " times as large as it was sent. Push it as plain CSV, or in a gzip.");
        }
    }
}
