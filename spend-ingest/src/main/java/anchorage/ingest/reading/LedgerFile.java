package anchorage.ingest.reading;

import anchorage.ingest.reading.Layout.TableUse;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;

/**
 * A file of lines, read record by record, so that memory does not grow with the file. It may have several tables, such
 * as a workbook's sheets: those that are ledgers are read one after the other, those that are not are counted.
 */
public final class LedgerFile implements Closeable {

    /** Why a table may be set aside when it stands beside a ledger: it holds no payments. */
    private static final Set<String> HARMLESS = Set.of(
            "empty-file",
            "unknown-header",
            "not-a-ledger",
            "web-page",
            "xml",
            "json",
            "not-text",
            "pdf",
            "picture",
            "rich-text",
            "office-document");

    private final RawFile raw;
    private final Optional<ColumnMapping> wanted;
    private final Findings findings;
    private final Deque<Table> ahead;
    private final Deque<SetAside> setAside = new ArrayDeque<>();
    private final List<TableUse> uses = new ArrayList<>();
    private Layout layout;
    private Header header;
    private ColumnMapping mapping;
    private Grid grid;
    private String name;
    private String why;
    private long records;

    private LedgerFile(RawFile raw, Optional<ColumnMapping> wanted, Findings findings) {
        this.raw = raw;
        this.wanted = wanted;
        this.findings = findings;
        this.ahead = new ArrayDeque<>(raw.tables());
    }

    /**
     * Opens a stored file.
     *
     * @param mapping the feed's mapping, or empty to propose one from the header
     * @param findings what an earlier reading found out
     * @throws UnreadableFile if it holds no ledger that the mapping fits
     */
    public static LedgerFile open(Path path, Optional<ColumnMapping> mapping, Findings findings) throws IOException {
        var raw = opened(path);
        try {
            var file = new LedgerFile(raw, mapping, findings);
            file.openFirst();
            return file;
        } catch (ZipException | EOFException broken) {
            raw.close();
            throw damaged(broken);
        } catch (IOException | RuntimeException failure) {
            raw.close();
            throw failure;
        }
    }

    /**
     * Opens the first bytes of a text, which may end anywhere, or all of a packed file or workbook.
     *
     * @throws UnreadableFile if it holds no ledger
     */
    public static LedgerFile ofBeginning(byte[] beginning) throws IOException {
        return ofBeginning(beginning, Findings.NONE);
    }

    static LedgerFile ofBeginning(byte[] beginning, Findings findings) throws IOException {
        var copy = Files.createTempFile("beginning-", ".tmp");
        try {
            Files.write(copy, beginning);
            var file = open(copy, Optional.empty(), findings);
            file.raw.afterwards(() -> Files.deleteIfExists(copy));
            return file;
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(copy);
            throw failure;
        }
    }

    private static RawFile opened(Path path) throws IOException {
        try {
            return RawFile.open(path);
        } catch (ZipException | EOFException broken) {
            throw damaged(broken);
        }
    }

    private static UnreadableFile damaged(IOException broken) {
        return new UnreadableFile(
                "broken-zip", "The packed file is damaged: " + broken.getMessage() + ". Push it again.");
    }

    /** Whether a file that begins so must be seen whole to be known: a zip, a workbook. */
    public static boolean isPacked(byte[] beginning) {
        return RawFile.isReadAtRandom(beginning);
    }

    /** How the first ledger in it is laid out; at the end of reading, with what became of every table. */
    public Layout layout() {
        return layout.with(uses);
    }

    /** The mapping in use for the records that come now: the feed's, or the one proposed from the header. */
    public ColumnMapping mapping() {
        return mapping;
    }

    /** How dates like 03/04/2026 are read, by what the feed says and what an earlier reading has found. */
    DateOrderVote dateOrderVote() {
        return new DateOrderVote(Optional.ofNullable(mapping.dateOrder()), findings.dateOrders());
    }

    /** From 0 to 1 by field key, where the mapping is proposed. */
    public Map<String, Double> confidences() {
        return header.confidences();
    }

    /** The next record's cells, or empty at the end. */
    public Optional<String[]> next() throws IOException {
        try {
            while (grid != null) {
                var cells = grid.next();
                if (cells != null) {
                    records++;
                    return Optional.of(cells);
                }
                closeTable();
                openNext();
            }
            return Optional.empty();
        } catch (ZipException | EOFException broken) {
            throw damaged(broken);
        }
    }

    /** The header of the record that {@link #next} gave last, or null if its table is no ledger and is only counted. */
    Header header() {
        return why == null ? header : null;
    }

    /** What the table of that record is called, or null where the file has but one without a name. */
    String table() {
        return name;
    }

    /** What is wrong with the record that {@link #next} gave last, or null. */
    String fault() {
        return grid == null ? null : grid.fault();
    }

    @Override
    public void close() throws IOException {
        if (grid != null) {
            grid.close();
        }
        raw.close();
    }

    private void openFirst() throws IOException {
        UnreadableFile first = null;
        while (grid == null) {
            var table = ahead.poll();
            if (table == null) {
                throw first == null ? new UnreadableFile("empty-file", "The workbook has no sheet to be seen.") : first;
            }
            try {
                open(table);
            } catch (UnreadableFile unreadable) {
                mustBeHarmless(table, unreadable);
                first = first == null || first.code().equals("empty-file") ? unreadable : first;
            }
        }
    }

    private void openNext() throws IOException {
        while (grid == null && !ahead.isEmpty()) {
            var table = ahead.poll();
            try {
                open(table);
            } catch (UnreadableFile unreadable) {
                mustBeHarmless(table, unreadable);
            }
        }
        if (grid == null && !setAside.isEmpty()) {
            var aside = setAside.poll();
            name = aside.table.name();
            why = aside.why;
            grid = aside.open();
        }
    }

    private void open(Table table) throws IOException {
        var opened = table.open(wanted, Optional.ofNullable(findings.encoding()), header);
        grid = opened.grid();
        header = opened.header();
        mapping = header.mapping();
        name = table.name();
        why = null;
        layout = layout == null ? opened.layout() : layout;
    }

    /** A table without lines may stand beside a ledger; one with payments that cannot be read refuses the file. */
    private void mustBeHarmless(Table table, UnreadableFile unreadable) throws IOException {
        if (table.name() == null) {
            throw unreadable;
        }
        if (isHarmless(table, unreadable)) {
            setAside.add(new SetAside(table, unreadable.code()));
            return;
        }
        throw new UnreadableFile(unreadable.code(), "In '" + table.name() + "': " + unreadable.getMessage());
    }

    private static boolean isHarmless(Table table, UnreadableFile unreadable) throws IOException {
        if (unreadable.code().equals("header-changed")) {
            try (var proposed =
                    table.open(Optional.empty(), Optional.empty(), null).grid()) {
                return false;
            } catch (UnreadableFile notByItselfEither) {
                return HARMLESS.contains(notByItselfEither.code());
            }
        }
        return HARMLESS.contains(unreadable.code());
    }

    private void closeTable() throws IOException {
        grid.close();
        grid = null;
        uses.add(new TableUse(name, records, why));
        records = 0;
    }

    private record SetAside(Table table, String why) {

        Grid open() throws IOException {
            try {
                return table.openAll();
            } catch (UnreadableFile | Findings.ReadAgain nothingToCount) {
                return new Grid() {
                    @Override
                    public String[] next() {
                        return null;
                    }

                    @Override
                    public void close() {}
                };
            }
        }
    }
}
