package anchorage.ingest.reading;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * A file of lines, opened at the first record after its header. Records are read one at a time, so memory does not grow
 * with the file.
 */
public final class LedgerFile implements Closeable {

    private static final int SAMPLE = 1 << 18;
    private static final int LONGEST_CELL = 1 << 20;
    private static final int HEADER_WITHIN = 60;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

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
        var header = findHeader(text, mapping);
        Reader whole = new InputStreamReader(
                new SequenceInputStream(new ByteArrayInputStream(sample), bytes),
                encoding.newDecoder().onMalformedInput(onError(encoding)).onUnmappableCharacter(onError(encoding)));
        var reader = csv(header.delimiter).build(StringArrayHandler.of(), withoutMark(whole));
        var layout = new Layout(
                content.format(),
                encoding.name(),
                String.valueOf(header.delimiter),
                header.record,
                header.cells,
                header.mapping.columns());
        var file = new LedgerFile(layout, header.mapping, reader);
        for (int skipped = 0; skipped < header.record; skipped++) {
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

    private record Header(char delimiter, int record, List<String> cells, ColumnMapping mapping, double weight) {}

    private static Header findHeader(String text, Optional<ColumnMapping> mapping) {
        Header best = null;
        for (char delimiter : DELIMITERS) {
            var records = beginning(text, delimiter);
            for (int at = 0; at < records.size(); at++) {
                var candidate = candidate(delimiter, at + 1, records.get(at), mapping);
                if (best == null || candidate.weight > best.weight) {
                    best = candidate;
                }
            }
        }
        if (best == null) {
            throw new UnreadableFile("empty-file", "The file holds no record.");
        }
        if (mapping.isPresent()) {
            mustHold(best, mapping.get());
            return best;
        }
        var missing = best.mapping.missing();
        if (missing.isPresent()) {
            throw new UnreadableFile(
                    "unknown-header",
                    "No column for '" + missing.get().key() + "' was found. The likeliest header is record "
                            + best.record + ": " + shortened(best.cells)
                            + ". Name the columns in the feed's mapping; known headers for it are "
                            + missing.get().headers() + ".");
        }
        return best;
    }

    private static Header candidate(char delimiter, int record, List<String> cells, Optional<ColumnMapping> mapping) {
        if (mapping.isEmpty()) {
            var proposal = MappingProposal.of(cells);
            return new Header(delimiter, record, cells, proposal.mapping(), proposal.weight());
        }
        var keys = cells.stream().map(HeaderName::key).toList();
        long held = mapping.get().columns().values().stream()
                .filter(header -> keys.contains(HeaderName.key(header)))
                .count();
        return new Header(delimiter, record, cells, mapping.get(), held);
    }

    private static void mustHold(Header header, ColumnMapping mapping) {
        for (var field : Field.values()) {
            var wanted = mapping.header(field);
            if (wanted.isEmpty() || !field.isRequired() || position(header.cells, wanted.get()) >= 0) {
                continue;
            }
            var nearest = header.cells.stream()
                    .max((one, other) -> Double.compare(
                            HeaderName.likeness(HeaderName.key(one), HeaderName.key(wanted.get())),
                            HeaderName.likeness(HeaderName.key(other), HeaderName.key(wanted.get()))))
                    .orElse("");
            throw new UnreadableFile(
                    "header-changed",
                    "The feed's mapping reads '" + field.key() + "' from column '" + wanted.get()
                            + "', which this file does not have. The nearest column is '" + nearest
                            + "'. Correct the file, or the feed's mapping.");
        }
    }

    /** Where a header stands, or -1. */
    static int position(List<String> cells, String header) {
        var wanted = HeaderName.key(header);
        for (int at = 0; at < cells.size(); at++) {
            if (HeaderName.key(cells.get(at)).equals(wanted)) {
                return at;
            }
        }
        return -1;
    }

    private static List<List<String>> beginning(String text, char delimiter) {
        var records = new ArrayList<List<String>>();
        try (var reader = csv(delimiter).build(StringArrayHandler.of(), withoutMark(text))) {
            for (var cells : reader) {
                records.add(Arrays.asList(cells));
                if (records.size() == HEADER_WITHIN) {
                    break;
                }
            }
        } catch (CsvParseException | IOException cutOff) {
            // The sample may end inside a record; what came before it stands.
            return records;
        }
        return records;
    }

    // The library will drop the leniency; ledgers will go on quoting a part of a cell.
    @SuppressWarnings("removal")
    private static CsvReaderBuilder csv(char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL);
    }

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
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

    private static String shortened(List<String> cells) {
        var text = cells.toString();
        return text.length() <= 300 ? text : text.substring(0, 300) + "...";
    }
}
