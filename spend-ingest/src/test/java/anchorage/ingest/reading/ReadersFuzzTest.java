package anchorage.ingest.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every reader against whatever leads it where it has not been. The build reads the kept inputs, which are seeds and
 * whatever once failed; {@code JAZZER_FUZZ=1} with one of the tests looks for more.
 */
class ReadersFuzzTest {

    private static final String LONGEST_SEARCH = "2m";
    private static final String TYPES_WITHOUT_STYLES = """
            <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Override PartName="/xl/workbook.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
            <Override PartName="/xl/worksheets/sheet1.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""";
    private static final String TYPES = TYPES_WITHOUT_STYLES.replace("</Types>", """
            <Override PartName="/xl/styles.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""");
    private static final String STYLES = """
            <?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
            <cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>""";
    private static final String RELATIONS = """
            <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="r1" Target="%s" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"/></Relationships>""";
    private static final String WORKBOOK = """
            <?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
            <sheets><sheet name="April" sheetId="1" r:id="r1"/></sheets></workbook>""";

    @TempDir
    static Path folder;

    /** Whatever the bytes are: text in any encoding, JSON, an old workbook, a gzip, a zip. */
    @FuzzTest(maxDuration = LONGEST_SEARCH)
    void readsAnyFile(byte[] bytes) throws IOException {
        read(bytes);
    }

    /** A workbook whose package is whole and whose sheet is whatever it is, so that the search need not make zips. */
    @FuzzTest(maxDuration = LONGEST_SEARCH)
    void readsAnySheet(byte[] sheet) throws IOException {
        read(workbook(sheet, TYPES));
    }

    /** Else the search among sheets would be a search among things that are no workbook. */
    @Test
    void findsTheRowsOfASheetThatIsWhole() throws IOException {
        assertThat(rowsOfTheKeptSheet(TYPES)).isEqualTo(2);
    }

    @Test
    void readsAWorkbookWithoutStyles() throws IOException {
        assertThat(rowsOfTheKeptSheet(TYPES_WITHOUT_STYLES)).isEqualTo(2);
    }

    private long rowsOfTheKeptSheet(String types) throws IOException {
        try (var sheet = getClass().getResourceAsStream("ReadersFuzzTestInputs/readsAnySheet/inline.xml")) {
            return ReadWhole.rows(Files.write(folder.resolve("whole"), workbook(sheet.readAllBytes(), types)));
        }
    }

    /** A ledger with a known header, so that the search is about its rows. */
    @FuzzTest(maxDuration = LONGEST_SEARCH)
    void readsAnyRows(byte[] rows) throws IOException {
        var header = "Date paid,Supplier name,Net amount,VAT,Description\n".getBytes(UTF_8);
        var bytes = new ByteArrayOutputStream();
        bytes.write(header);
        bytes.write(rows);
        read(bytes.toByteArray());
    }

    @FuzzTest(maxDuration = LONGEST_SEARCH)
    void readsAnyCell(FuzzedDataProvider data) {
        var order = data.pickValue(ColumnMapping.DateOrder.values());
        var cell = data.consumeRemainingAsString();
        AmountCell.parse(cell);
        DateCell.parse(cell, order);
        Redaction.isRedacted(cell);
    }

    private static void read(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("fuzzed"), bytes);
        try {
            ReadWhole.rows(file);
        } catch (UnreadableFile sentence) {
            if (sentence.getMessage().isBlank()) {
                throw new AssertionError("refused without a sentence", sentence);
            }
        }
    }

    private static byte[] workbook(byte[] sheet, String types) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", types.getBytes(UTF_8));
            put(
                    zip,
                    "_rels/.rels",
                    RELATIONS.formatted("xl/workbook.xml", "officeDocument").getBytes(UTF_8));
            put(zip, "xl/workbook.xml", WORKBOOK.getBytes(UTF_8));
            var related = RELATIONS.formatted("worksheets/sheet1.xml", "worksheet");
            put(zip, "xl/_rels/workbook.xml.rels", related.getBytes(UTF_8));
            if (types.equals(TYPES)) {
                put(zip, "xl/styles.xml", STYLES.getBytes(UTF_8));
            }
            put(zip, "xl/worksheets/sheet1.xml", sheet);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }
}
