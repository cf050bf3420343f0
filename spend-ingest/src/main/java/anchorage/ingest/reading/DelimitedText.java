package anchorage.ingest.reading;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/** Cells with a character between them: CSV and its relatives. Records are read one at a time. */
final class DelimitedText implements Table {

    static final int SAMPLE = 1 << 18;

    private static final int LONGEST_CELL = 1 << 20;
    private static final int RECORDS_IN_SAMPLE = 5000;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    private final String name;
    private final String packing;
    private final RawFile.Opener bytes;

    DelimitedText(String name, String packing, RawFile.Opener bytes) {
        this.name = name;
        this.packing = packing;
        this.bytes = bytes;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Opened open(Optional<ColumnMapping> mapping, Optional<Charset> known, Header before) throws IOException {
        var sample = sample();
        NotText.refuse(sample);
        var suggested = Encoding.of(sample);
        var encoding = suggested.equals(StandardCharsets.UTF_8) ? known.orElse(suggested) : suggested;
        var text = withoutMark(new String(sample, encoding));
        if (JsonLines.isJson(text)) {
            return new JsonLines(name, packing, encoding, () -> reader(encoding)).open(mapping, known, before);
        }
        var isWhole = sample.length < SAMPLE;
        var header = likeliest(text, isWhole, mapping, before);
        if (!isWhole && !header.isComplete()) {
            header = among(encoding, header, mapping);
        }
        header = header.serving(mapping);
        Pounds.mustBeMeant(header, header.record() > 1 ? beginning(text, header.delimiter(), isWhole) : List.of());
        var layout = new Layout("CSV" + packing, encoding.name(), String.valueOf(header.delimiter()), name, header);
        return new Opened(new Lines(encoding, header), header, layout);
    }

    @Override
    public Grid openAll() throws IOException {
        var sample = sample();
        var encoding = Encoding.of(sample);
        var header = likeliest(withoutMark(new String(sample, encoding)), false, Optional.empty(), null);
        return new Lines(
                encoding,
                new Header(
                        header.delimiter() == '\0' ? ',' : header.delimiter(),
                        0,
                        List.of(),
                        header.mapping(),
                        header.confidences(),
                        0,
                        false));
    }

    private byte[] sample() throws IOException {
        try (var stream = bytes.open()) {
            var sample = new byte[SAMPLE];
            int length = 0;
            try {
                for (int count = stream.read(sample, 0, SAMPLE);
                        count >= 0 && length < SAMPLE;
                        count = stream.read(sample, length, SAMPLE - length)) {
                    length += count;
                }
            } catch (EOFException | ZipException cutOff) {
                // What could be unpacked is enough to know the file by; reading it to its end will say that it is cut.
                if (length == 0) {
                    throw damaged(cutOff);
                }
            }
            if (length == 0) {
                throw new UnreadableFile("empty-file", "The file is empty.");
            }
            return Arrays.copyOf(sample, length);
        } catch (EOFException | ZipException broken) {
            throw damaged(broken);
        }
    }

    private static Header likeliest(String text, boolean isWhole, Optional<ColumnMapping> mapping, Header before) {
        Header best = null;
        for (char delimiter : DELIMITERS) {
            var records = beginning(text, delimiter, isWhole);
            var candidate =
                    Header.find(delimiter, records, isWhole && records.size() < RECORDS_IN_SAMPLE, mapping, before);
            if (best == null || candidate.weight() > best.weight()) {
                best = candidate;
            }
            if (mapping.isPresent() && best.weight() >= mapping.get().columns().size()) {
                // Every column of the feed's mapping is there; no other delimiter could hold more.
                break;
            }
        }
        return best;
    }

    /** Looks for the header further down, for it may even be the last line. */
    private Header among(Charset encoding, Header unsure, Optional<ColumnMapping> mapping) throws IOException {
        var all = new Header(unsure.delimiter(), 0, List.of(), unsure.mapping(), unsure.confidences(), 0, false);
        var best = unsure;
        var last = new ArrayList<List<String>>();
        int count = 0;
        try (var lines = new Lines(encoding, all)) {
            for (var cells = lines.next(); cells != null; cells = lines.next()) {
                count++;
                last.add(List.of(cells));
                if (last.size() > 400) {
                    last.subList(0, 200).clear();
                }
            }
        } catch (UnreadableFile | Findings.ReadAgain breaksOff) {
            return best;
        }
        var atEnd = Header.find(unsure.delimiter(), last, true, mapping, null);
        if (atEnd.isComplete() && atEnd.isLast() && atEnd.weight() > best.weight()) {
            return new Header(
                    atEnd.delimiter(),
                    count - last.size() + atEnd.record(),
                    atEnd.cells(),
                    atEnd.mapping(),
                    atEnd.confidences(),
                    atEnd.weight(),
                    true);
        }
        return best;
    }

    private static List<List<String>> beginning(String text, char delimiter, boolean isWhole) {
        var records = new ArrayList<List<String>>();
        try (var reader = csv(delimiter).build(StringArrayHandler.of(), new StringReader(text))) {
            for (var cells : reader) {
                records.add(List.of(cells));
                if (records.size() == RECORDS_IN_SAMPLE) {
                    return records;
                }
            }
        } catch (CsvParseException | IOException cutOff) {
            // The sample may end inside a record; what came before it stands.
            return records;
        }
        if (!isWhole && !records.isEmpty()) {
            records.remove(records.size() - 1);
        }
        return records;
    }

    private Reader reader(Charset encoding) throws IOException {
        var decoder =
                encoding.newDecoder().onMalformedInput(onError(encoding)).onUnmappableCharacter(onError(encoding));
        var reader = new PushbackReader(new InputStreamReader(bytes.open(), decoder), 1);
        int first = reader.read();
        if (first != '\ufeff' && first >= 0) {
            reader.unread(first);
        }
        return reader;
    }

    /** Only of UTF-8 is a byte without a meaning a sign of another encoding; elsewhere no row is lost for one. */
    private static CodingErrorAction onError(Charset encoding) {
        return encoding.equals(StandardCharsets.UTF_8) ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** What the bytes beyond ASCII say, each between its neighbours, wherever in the file they stand. */
    private Findings.ReadAgain otherEncoding() {
        var beyond = new ByteArrayOutputStream();
        try (var stream = bytes.open()) {
            var buffer = new byte[SAMPLE];
            for (int count = stream.read(buffer); count >= 0 && beyond.size() < SAMPLE; count = stream.read(buffer)) {
                for (int at = 0; at < count; at++) {
                    if (buffer[at] < 0) {
                        int from = Math.max(0, at - 1);
                        beyond.write(buffer, from, Math.min(count, at + 2) - from);
                        beyond.write(' ');
                    }
                }
            }
        } catch (IOException cutOff) {
            // What was seen so far decides.
        }
        return new Findings.ReadAgain(Encoding.ofSingleBytes(beyond.toByteArray()));
    }

    private static UnreadableFile damaged(IOException broken) {
        return new UnreadableFile(
                "broken-zip", "The packed file is damaged: " + broken.getMessage() + ". Push it again.");
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

    /** The records below the header, or above it where it comes last. */
    private final class Lines implements Grid {

        private final CsvReader<String[]> reader;
        private final CloseableIterator<String[]> records;
        private long left;

        Lines(Charset encoding, Header header) throws IOException {
            try {
                reader = csv(header.delimiter()).build(StringArrayHandler.of(), reader(encoding));
            } catch (EOFException | ZipException broken) {
                throw damaged(broken);
            } catch (CharacterCodingException other) {
                throw otherEncoding();
            }
            records = reader.iterator();
            left = header.isLast() ? header.record() - 1 : Long.MAX_VALUE;
            for (int skipped = 0; !header.isLast() && skipped < header.record(); skipped++) {
                next();
            }
        }

        @Override
        public String[] next() {
            try {
                return left-- > 0 && records.hasNext() ? records.next() : null;
            } catch (CsvParseException failure) {
                throw new UnreadableFile(
                        "broken-csv",
                        "The CSV breaks off: " + failure.getMessage()
                                + ". A quote that is never closed is the usual cause; a quote inside a cell is "
                                + "doubled.");
            } catch (UncheckedIOException failure) {
                if (failure.getCause() instanceof CharacterCodingException) {
                    throw otherEncoding();
                }
                if (failure.getCause() instanceof ZipException || failure.getCause() instanceof EOFException) {
                    throw damaged(failure.getCause());
                }
                throw failure;
            }
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
