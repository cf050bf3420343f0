package anchorage.ingest.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** A delivery's bytes, unpacked where they are packed. What they are is told from the bytes, never from a name. */
final class RawFile {

    private static final int BUFFER = 1 << 16;

    private RawFile() {}

    /**
     * The text inside.
     *
     * @param format as in {@link Layout}
     */
    record Content(String format, InputStream bytes) {}

    static Content open(Path file) throws IOException {
        var raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        return open(raw);
    }

    static Content open(BufferedInputStream raw) throws IOException {
        raw.mark(8);
        var magic = raw.readNBytes(8);
        raw.reset();
        if (begins(magic, 'P', 'K', 3, 4)) {
            return new Content("CSV_IN_ZIP", onlyEntry(raw));
        }
        if (begins(magic, 0x1f, 0x8b)) {
            return new Content("CSV_IN_GZIP", new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER));
        }
        if (begins(magic, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableFile(
                    "workbook",
                    "The file is an old Excel workbook (.xls). Save the sheet as CSV (UTF-8) and push that.");
        }
        if (begins(magic, '%', 'P', 'D', 'F')) {
            throw new UnreadableFile("pdf", "The file is a PDF. Export the ledger as CSV and push that.");
        }
        return new Content("CSV", raw);
    }

    private static InputStream onlyEntry(InputStream raw) throws IOException {
        try {
            var zip = new ZipInputStream(raw);
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (isWorkbook(entry)) {
                    throw new UnreadableFile(
                            "workbook",
                            "The file is an Excel workbook (.xlsx). Save the sheet as CSV (UTF-8) and push that.");
                }
                if (isFile(entry)) {
                    return new BufferedInputStream(new OnlyFile(zip), BUFFER);
                }
            }
        } catch (ZipException broken) {
            throw new UnreadableFile("broken-zip", "The zip is damaged: " + broken.getMessage() + ". Push it again.");
        }
        throw new UnreadableFile("empty-zip", "The zip holds no file.");
    }

    private static boolean isFile(ZipEntry entry) {
        return !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/");
    }

    private static boolean isWorkbook(ZipEntry entry) {
        return entry.getName().equals("[Content_Types].xml") || entry.getName().startsWith("xl/");
    }

    private static boolean begins(byte[] magic, int... expected) {
        for (int at = 0; at < expected.length; at++) {
            if (at >= magic.length || (magic[at] & 0xff) != expected[at]) {
                return false;
            }
        }
        return true;
    }

    /** The one file of a zip; at its end it looks for another, which must not be there. */
    private static final class OnlyFile extends InputStream {

        private final ZipInputStream zip;
        private boolean ended;

        OnlyFile(ZipInputStream zip) {
            this.zip = zip;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = ended ? -1 : zip.read(bytes, offset, length);
            if (count < 0 && !ended) {
                ended = true;
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (isFile(entry)) {
                        throw new UnreadableFile(
                                "several-files", "The zip holds several files. Push each as a delivery of its own.");
                    }
                }
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
