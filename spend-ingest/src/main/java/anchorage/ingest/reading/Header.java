package anchorage.ingest.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The header of a file, wherever it stands among the first records, whichever character stands between its cells.
 *
 * @param record which record it is, the first being 1
 * @param mapping what its columns mean: as the feed says, or as the header proposes
 * @param weight how much it looks like a header
 */
record Header(char delimiter, int record, List<String> cells, ColumnMapping mapping, double weight) {

    private static final int LONGEST_CELL = 1 << 20;
    private static final int WITHIN = 60;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    /**
     * Finds the header in the beginning of a file.
     *
     * @throws UnreadableFile if there is none that the mapping fits, or that proposes one
     */
    static Header find(String text, Optional<ColumnMapping> mapping) {
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
                if (records.size() == WITHIN) {
                    break;
                }
            }
        } catch (CsvParseException | IOException cutOff) {
            // The sample may end inside a record; what came before it stands.
            return records;
        }
        return records;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    // The library will drop the leniency; ledgers will go on quoting a part of a cell.
    @SuppressWarnings("removal")
    static CsvReaderBuilder csv(char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL);
    }

    private static String shortened(List<String> cells) {
        var text = cells.toString();
        return text.length() <= 300 ? text : text.substring(0, 300) + "...";
    }
}
