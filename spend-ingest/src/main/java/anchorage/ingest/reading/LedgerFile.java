package anchorage.ingest.reading;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * A file of lines, opened at the first record after its header. Records are read one at a time, so memory does not grow
 * with the file.
 */
public final class LedgerFile implements Closeable {

    private static final int SAMPLE = 1 << 18;

    private final Layout layout;
    private final ColumnMapping mapping;
    private final CsvReader<String[]> reader;
    private final CloseableIterator<String[]> records;

    private LedgerFile(Layout layout, ColumnMapping mapping, CsvReader<String[]> reader) {
        this.layout = layout;
        this.mapping = mapping;
        this.reader = reader;
        this.records = reader.iterator();
    }

    /**
     * Opens a stored file.
     *
     * @param mapping the feed's mapping, or empty to propose one from the header
     * @param encoding the encoding where it is known, or empty to find it from the beginning
     * @throws UnreadableFile if it holds no ledger that the mapping fits
     */
    public static LedgerFile open(Path file, Optional<ColumnMapping> mapping, Optional<Charset> encoding)
            throws IOException {
        try {
            return open(RawFile.open(file), mapping, encoding);
        } catch (ZipException broken) {
            throw new UnreadableFile("broken-zip", "The zip is damaged: " + broken.getMessage() + ". Push it again.");
        }
    }

    /** Opens the first bytes of a file, which may end anywhere. */
    public static LedgerFile ofBeginning(byte[] beginning, Optional<ColumnMapping> mapping) throws IOException {
        return open(
                RawFile.open(new BufferedInputStream(new ByteArrayInputStream(beginning))), mapping, Optional.empty());
    }

    private static LedgerFile open(RawFile.Content content, Optional<ColumnMapping> mapping, Optional<Charset> known)
            throws IOException {
        var bytes = content.bytes();
        var sample = sampleOf(bytes);
        if (sample.length == 0) {
            throw new UnreadableFile("empty-file", "The file is empty.");
        }
        refuseMarkup(sample);
        var encoding = known.orElseGet(() -> Encoding.of(sample));
        var text = new String(sample, encoding);
        var header = Header.find(text, mapping);
        Reader whole = new InputStreamReader(
                new SequenceInputStream(new ByteArrayInputStream(sample), bytes),
                encoding.newDecoder().onMalformedInput(onError(encoding)).onUnmappableCharacter(onError(encoding)));
        var reader = Header.csv(header.delimiter()).build(StringArrayHandler.of(), withoutMark(whole));
        var layout = new Layout(
                content.format(),
                encoding.name(),
                String.valueOf(header.delimiter()),
                header.record(),
                header.cells(),
                header.mapping().columns());
        var file = new LedgerFile(layout, header.mapping(), reader);
        for (int skipped = 0; skipped < header.record(); skipped++) {
            file.next();
        }
        return file;
    }

    public Layout layout() {
        return layout;
    }

    /** The mapping in use: the feed's, or the one proposed from the header. */
    public ColumnMapping mapping() {
        return mapping;
    }

    /** The next record's cells, or empty at the end. */
    public Optional<String[]> next() {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (CsvParseException failure) {
            throw new UnreadableFile(
                    "broken-csv",
                    "The CSV breaks off: " + failure.getMessage()
                            + ". A quote that is never closed is the usual cause; a quote inside a cell is doubled.");
        } catch (UncheckedIOException failure) {
            if (failure.getCause() instanceof CharacterCodingException) {
                throw new OtherEncoding();
            }
            if (failure.getCause() instanceof ZipException broken) {
                throw new UnreadableFile("broken-zip", "The zip is damaged: " + broken.getMessage() + ".");
            }
            throw failure;
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** The file's later bytes are not in the encoding that its beginning suggested: an accent after pages of ASCII. */
    public static final class OtherEncoding extends RuntimeException {
        OtherEncoding() {
            super("the file holds bytes that are not in the encoding that its beginning suggests");
        }

        /** The encoding to read it in: one in which every byte has a meaning. */
        public Charset encoding() {
            return Encoding.WINDOWS_1252;
        }
    }

    private static Reader withoutMark(Reader text) throws IOException {
        var reader = new java.io.PushbackReader(text, 1);
        int first = reader.read();
        if (first != '\ufeff' && first >= 0) {
            reader.unread(first);
        }
        return reader;
    }

    /** Windows-1252 leaves five bytes without a meaning; they are shown as such, and no row is lost for them. */
    private static CodingErrorAction onError(Charset encoding) {
        return encoding.equals(Encoding.WINDOWS_1252) ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT;
    }

    private static byte[] sampleOf(InputStream bytes) throws IOException {
        return bytes.readNBytes(SAMPLE);
    }

    private static void refuseMarkup(byte[] sample) {
        var start = new String(sample, 0, Math.min(sample.length, 512), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(java.util.Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            throw new UnreadableFile(
                    "web-page", "The file is a web page, perhaps the page that links to the ledger. Push the ledger.");
        }
        if (start.startsWith("<?xml")) {
            throw new UnreadableFile("xml", "The file is XML. Export the ledger as CSV and push that.");
        }
    }
}
