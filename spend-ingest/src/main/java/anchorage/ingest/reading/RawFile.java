package anchorage.ingest.reading;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A delivery's bytes and the tables that may be in them. What they are is told from the bytes, never from a name; a zip
 * may hold several files, and a workbook several sheets.
 */
final class RawFile implements Closeable {

    private static final int BUFFER = 1 << 16;
    private static final int MOST_FILES = 1000;

    private final List<Closeable> open = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();

    private RawFile() {}

    static RawFile open(Path file) throws IOException {
        var raw = new RawFile();
        try {
            raw.add(file, null, "");
            return raw;
        } catch (IOException | RuntimeException failure) {
            raw.close();
            throw failure;
        }
    }

    static boolean isReadAtRandom(byte[] beginning) {
        var kind = Kind.of(beginning);
        return kind == Kind.ZIP || kind == Kind.OLE2;
    }

    /** The tables, in the order in which they stand in the file. */
    List<Table> tables() {
        return tables;
    }

    void afterwards(Closeable cleaning) {
        open.add(0, cleaning);
    }

    @Override
    public void close() throws IOException {
        for (int last = open.size() - 1; last >= 0; last--) {
            open.get(last).close();
        }
    }

    private void add(Path file, String name, String packing) throws IOException {
        var magic = beginning(file);
        switch (Kind.of(magic)) {
            case ZIP -> addPacked(file, packing);
            case OLE2 -> tables.addAll(OldWorkbook.sheets(file, packing));
            case GZIP -> {
                long size = Files.size(file);
                tables.add(new DelimitedText(
                        name,
                        "_IN_GZIP" + packing,
                        () -> new Inflated(new GZIPInputStream(Files.newInputStream(file), BUFFER), size)));
            }
            case TEXT -> tables.add(new DelimitedText(name, packing, () -> Files.newInputStream(file)));
        }
    }

    private void addPacked(Path file, String packing) throws IOException {
        var zip = opened(file);
        open.add(zip);
        if (isWorkbook(zip)) {
            Workbook.mustUnpack(zip);
            var workbook = Workbook.open(file, zip, packing);
            open.add(workbook);
            tables.addAll(workbook.sheets());
            return;
        }
        if (!packing.isEmpty()) {
            throw new UnreadableFile("zip-in-zip", "The zip holds another zip. Push the inner one.");
        }
        var files = zip.stream().filter(RawFile::isFile).toList();
        if (files.isEmpty()) {
            throw new UnreadableFile("empty-zip", "The zip holds no file.");
        }
        if (files.size() > MOST_FILES) {
            throw new UnreadableFile(
                    "too-many-files", "The zip holds " + files.size() + " files; at most " + MOST_FILES + " are read.");
        }
        for (var entry : files) {
            if (files.size() == 1) {
                addEntry(zip, entry, null);
                continue;
            }
            try {
                addEntry(zip, entry, entry.getName());
            } catch (UnreadableFile unreadable) {
                tables.add(new UnreadableTable(entry.getName(), unreadable));
            }
        }
    }

    private void addEntry(ZipFile zip, ZipEntry entry, String name) throws IOException {
        Opener bytes = () -> new Inflated(zip.getInputStream(entry), entry.getCompressedSize());
        try (var stream = bytes.open()) {
            if (Kind.of(stream.readNBytes(Kind.MAGIC)) == Kind.TEXT) {
                tables.add(new DelimitedText(name, "_IN_ZIP", bytes));
                return;
            }
        }
        // A workbook is read at random, so it is unpacked beside.
        var unpacked = Files.createTempFile("unpacked-", ".tmp");
        open.add(() -> Files.deleteIfExists(unpacked));
        try (var stream = bytes.open();
                var target = Files.newOutputStream(unpacked)) {
            stream.transferTo(target);
        }
        add(unpacked, name, "_IN_ZIP");
    }

    private static ZipFile opened(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException | IllegalArgumentException broken) {
            throw new UnreadableFile("broken-zip", "The zip is damaged: " + broken.getMessage() + ". Push it again.");
        }
    }

    private static boolean isWorkbook(ZipFile zip) {
        if (zip.getEntry("xl/workbook.xml") != null) {
            return true;
        }
        var names = zip.stream().map(ZipEntry::getName).toList();
        if (names.contains("xl/workbook.bin")) {
            throw new UnreadableFile(
                    "binary-workbook", "The file is a binary Excel workbook (.xlsb). Save it as .xlsx or CSV.");
        }
        if (names.contains("content.xml") && names.contains("mimetype")) {
            throw new UnreadableFile(
                    "open-document",
                    "The file is an OpenDocument file (.ods or .odt). Save the sheet as .xlsx or CSV.");
        }
        if (names.contains("[Content_Types].xml")) {
            var document = names.contains("word/document.xml");
            if (!document
                    && names.stream()
                            .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals("xl/workbook.xml"))) {
                return true;
            }
            throw new UnreadableFile(
                    "office-document",
                    "The file is " + (document ? "a Word document" : "an Office document without a workbook")
                            + ", not a ledger. Push the ledger as .xlsx or CSV.");
        }
        return false;
    }

    private static boolean isFile(ZipEntry entry) {
        var name = entry.getName();
        return !entry.isDirectory()
                && !name.startsWith("__MACOSX/")
                && !name.endsWith(".DS_Store")
                && !name.endsWith("Thumbs.db");
    }

    private static byte[] beginning(Path file) throws IOException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            return bytes.readNBytes(Kind.MAGIC);
        }
    }

    /** A packed file that is no table; whether it may stand beside a ledger is decided where it would be read. */
    private record UnreadableTable(String name, UnreadableFile why) implements Table {

        @Override
        public Opened open(Optional<ColumnMapping> mapping, Optional<Charset> encoding, Header before) {
            throw why;
        }

        @Override
        public Grid openAll() {
            throw why;
        }
    }

    /** Opens the same bytes again and again. */
    interface Opener {
        InputStream open() throws IOException;
    }

    /** What bytes are, by their beginning. */
    private enum Kind {
        ZIP,
        GZIP,
        OLE2,
        TEXT;

        static final int MAGIC = 8;

        static Kind of(byte[] magic) {
            if (begins(magic, 'P', 'K', 3, 4) || begins(magic, 'P', 'K', 5, 6)) {
                return ZIP;
            }
            if (begins(magic, 0x1f, 0x8b)) {
                return GZIP;
            }
            if (begins(magic, 0xD0, 0xCF, 0x11, 0xE0)) {
                return OLE2;
            }
            refuse(magic, "pdf", "a PDF", '%', 'P', 'D', 'F');
            refuse(magic, "picture", "a picture", 0x89, 'P', 'N', 'G');
            refuse(magic, "picture", "a picture", 0xFF, 0xD8, 0xFF);
            refuse(magic, "rich-text", "a text document (RTF)", '{', '\\', 'r', 't', 'f');
            refuse(magic, "packed", "packed by RAR", 'R', 'a', 'r', '!');
            refuse(magic, "packed", "packed by 7-Zip", '7', 'z', 0xBC, 0xAF);
            refuse(magic, "parquet", "Parquet", 'P', 'A', 'R', '1');
            return TEXT;
        }

        private static void refuse(byte[] magic, String code, String what, int... expected) {
            if (begins(magic, expected)) {
                throw new UnreadableFile(
                        code, "The file is " + what + ". Export the ledger as CSV or .xlsx and push that.");
            }
        }

        private static boolean begins(byte[] magic, int... expected) {
            for (int at = 0; at < expected.length; at++) {
                if (at >= magic.length || (magic[at] & 0xff) != expected[at]) {
                    return false;
                }
            }
            return true;
        }
    }
}
