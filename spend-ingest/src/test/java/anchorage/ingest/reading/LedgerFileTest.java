package anchorage.ingest.reading;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerFileTest {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String LEDGER = "Date paid,Supplier name,Net amount\n31/03/2026,Croal Café Ltd,12.50\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void findsTheEncoding(String encoding) throws IOException {
        assertThat(names(LEDGER.getBytes(Charset.forName(encoding)))).containsExactly("Croal Café Ltd");
    }

    @Test
    void readsPastAByteOrderMark() throws IOException {
        assertThat(names(("\ufeff" + LEDGER).getBytes(UTF_8))).containsExactly("Croal Café Ltd");
        assertThat(names(("\ufeff" + LEDGER).getBytes(UTF_16LE))).containsExactly("Croal Café Ltd");
    }

    @Test
    void saysWhenALaterByteIsInAnotherEncodingAndReadsItInThat() throws IOException {
        // Given
        var plain = "31/03/2026,Plain,1.00\n".repeat(20_000);
        var file = file(
                ("Date paid,Supplier name,Net amount\n" + plain + "31/03/2026,Café,1.00\n").getBytes(WINDOWS_1252));

        // When
        assertThatThrownBy(() -> names(file, Optional.empty())).isInstanceOf(LedgerFile.OtherEncoding.class);

        // Then
        var names = names(file, Optional.of(WINDOWS_1252));
        assertThat(names).hasSize(20_001).last().isEqualTo("Café");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiter(String delimiter) throws IOException {
        assertThat(names(LEDGER.replace(",", delimiter).getBytes(UTF_8))).containsExactly("Croal Café Ltd");
    }

    @Test
    void findsTheHeaderBelowTitles() throws IOException {
        // Given
        var titles = "Payments over £500\n\nMarch 2026,,\n";

        // When
        try (var opened =
                LedgerFile.open(file((titles + LEDGER).getBytes(UTF_8)), Optional.empty(), Optional.empty())) {
            // Then
            assertThat(opened.layout().headerRow()).isEqualTo(4);
            assertThat(opened.next().orElseThrow()[1]).isEqualTo("Croal Café Ltd");
        }
    }

    @Test
    void readsBareCarriageReturnsAndQuotedLineBreaks() throws IOException {
        // Given
        var text = "Date paid,Supplier name,Net amount\r31/03/2026,\"Croal\rCafé\",12.50\r01/04/2026,Roch,1\r";

        // When
        var names = names(text.getBytes(UTF_8));

        // Then
        assertThat(names).containsExactly("Croal\rCafé", "Roch");
    }

    @Test
    void unpacksZipAndGzipOfOne() throws IOException {
        assertThat(names(zip(Map.of("a.csv", LEDGER)))).containsExactly("Croal Café Ltd");
        assertThat(names(gzip(LEDGER))).containsExactly("Croal Café Ltd");
    }

    @Test
    void refusesAZipOfSeveral() {
        assertThatThrownBy(() -> names(zip(Map.of("a.csv", LEDGER, "b.csv", LEDGER))))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("several files");
    }

    @Test
    void saysWhatAFileIsThatIsNoLedger() {
        assertThatThrownBy(() -> names("%PDF-1.7 ...".getBytes(UTF_8))).hasMessageContaining("is a PDF");
        assertThatThrownBy(() -> names("<!DOCTYPE html><html>".getBytes(UTF_8))).hasMessageContaining("web page");
        assertThatThrownBy(() -> names(zip(Map.of("[Content_Types].xml", "x")))).hasMessageContaining("workbook");
        assertThatThrownBy(() -> names(new byte[0])).hasMessageContaining("empty");
        assertThatThrownBy(() -> names("name,colour\nx,red\n".getBytes(UTF_8)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("paidOn");
    }

    @Test
    void namesTheNearestColumnWhenASavedMappingNoLongerFits() throws IOException {
        // Given
        var mapping = new ColumnMapping(
                Map.of("paidOn", "Date paid", "supplierName", "Supplier name", "amount", "Net amount"), null);
        var changed = file(LEDGER.replace("Net amount", "Net amount (GBP)").getBytes(UTF_8));

        // Then
        assertThatThrownBy(() -> LedgerFile.open(changed, Optional.of(mapping), Optional.empty()))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("'Net amount'")
                .hasMessageContaining("Net amount (GBP)");
    }

    @RepeatedTest(300)
    void answersAnyDamagedFileWithRowsOrASentence(RepetitionInfo repetition) throws IOException {
        // Given
        var random = new Random(repetition.getCurrentRepetition());
        var bytes = LEDGER.repeat(1 + random.nextInt(20)).getBytes(random.nextBoolean() ? UTF_8 : WINDOWS_1252);
        for (int damages = random.nextInt(12); damages > 0; damages--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        var cut = java.util.Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
        var file = file(random.nextInt(4) == 0 ? zip(Map.of("a.csv", new String(cut, WINDOWS_1252))) : cut);

        // When
        var read = new ArrayList<String>();
        try {
            read.addAll(names(file, Optional.empty()));
        } catch (LedgerFile.OtherEncoding other) {
            read.addAll(names(file, Optional.of(other.encoding())));
        } catch (UnreadableFile sentence) {
            // Then
            assertThat(sentence.getMessage()).isNotBlank();
            return;
        }
        assertThat(read).isNotNull();
    }

    private List<String> names(byte[] bytes) throws IOException {
        return names(file(bytes), Optional.empty());
    }

    private static List<String> names(Path file, Optional<Charset> encoding) throws IOException {
        var names = new ArrayList<String>();
        try (var opened = LedgerFile.open(file, Optional.empty(), encoding)) {
            int name = opened.layout()
                    .header()
                    .indexOf(opened.mapping().header(Field.SUPPLIER_NAME).orElseThrow());
            for (var cells = opened.next(); cells.isPresent(); cells = opened.next()) {
                names.add(cells.get().length > name ? cells.get()[name] : "");
            }
        }
        return names;
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("ledger"), bytes);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
