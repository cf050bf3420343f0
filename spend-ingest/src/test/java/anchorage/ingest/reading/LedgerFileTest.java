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
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerFileTest {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String LEDGER = "Date paid,Supplier name,Net amount\n31/03/2026,Croal Café Ltd,12.50\n";

    private static final ColumnMapping MAPPING = new ColumnMapping(
            Map.of("paidOn", "Date paid", "supplierName", "Supplier name", "amount", "Net amount"), null);

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
        assertThatThrownBy(() -> names(file, Findings.NONE)).isInstanceOf(Findings.ReadAgain.class);

        // Then
        var names = names(file, new Findings(WINDOWS_1252, Map.of()));
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
        try (var opened = LedgerFile.open(file((titles + LEDGER).getBytes(UTF_8)), Optional.empty(), Findings.NONE)) {
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
    void readsAZipOfSeveralOneAfterTheOther() throws IOException {
        // Given
        var entries = new java.util.TreeMap<>(Map.of("april.csv", LEDGER, "may.csv", LEDGER.replace("Croal", "Roch")));
        entries.put("read-me.txt", "These are our payments.\n");

        // When
        try (var opened = LedgerFile.open(file(zip(entries)), Optional.empty(), Findings.NONE)) {
            while (opened.next().isPresent()) {}

            // Then
            assertThat(opened.layout().tables())
                    .containsExactly(
                            new Layout.TableUse("april.csv", 1, null),
                            new Layout.TableUse("may.csv", 1, null),
                            new Layout.TableUse("read-me.txt", 1, "unknown-header"));
        }
    }

    @Test
    void refusesAZipInWhichOneLedgerCannotBeRead() {
        assertThatThrownBy(() -> names(zip(new java.util.TreeMap<>(
                        Map.of("a.csv", LEDGER, "b.csv", LEDGER.replace("Supplier name", "Colour"))))))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("In 'b.csv'");
    }

    @Test
    void findsAHeaderThatIsTheLastLine() throws IOException {
        // Given
        var lines = "31/03/2026,Croal Café Ltd,12.50\n01/04/2026,Roch,1.00\n";

        // Then
        assertThat(names((lines + "Date paid,Supplier name,Net amount\n").getBytes(UTF_8)))
                .containsExactly("Croal Café Ltd", "Roch");
        assertThat(names((lines.repeat(10_000) + "Date paid,Supplier name,Net amount\n").getBytes(UTF_8)))
                .hasSize(20_000);
    }

    @Test
    void readsAHeaderThatStandsInTwoRows() throws IOException {
        assertThat(names("Payment,Supplier,Net\nDate,Name,Amount\n31/03/2026,Roch,1.00\n".getBytes(UTF_8)))
                .containsExactly("Roch");
    }

    @Test
    void findsTheHeaderFarBelow() throws IOException {
        assertThat(names(("Notes of the council,,\n".repeat(801) + LEDGER).getBytes(UTF_8)))
                .containsExactly("Croal Café Ltd");
    }

    @Test
    void readsCodePage850WhereItsPoundSignStands() throws IOException {
        assertThat(names(LEDGER.replace("12.50", "£12.50").getBytes(Charset.forName("IBM850"))))
                .containsExactly("Croal Café Ltd");
    }

    @Test
    void tellsColumnsThatAreCalledAlikeByTheirNumber() throws IOException {
        // Given
        var mapping =
                new ColumnMapping(Map.of("paidOn", "Date#2", "supplierName", "Supplier", "amount", "Amount"), null);
        var file = file("Date,Date,Supplier,Amount\n1/1/2020,31/03/2026,Croal,1.00\n".getBytes(UTF_8));

        // When
        try (var opened = LedgerFile.open(file, Optional.of(mapping), Findings.NONE)) {
            var row = (Row.Accepted) new RowReader("an-anchor", opened).next().orElseThrow();

            // Then
            assertThat(row.line().paidOn()).isEqualTo("2026-03-31");
        }
    }

    @Test
    void refusesToChooseBetweenTwoColumnsOfAmounts() {
        assertThatThrownBy(() -> names("Date,Supplier,Amount,Amount\n31/03/2026,Croal,1.00,1.20\n".getBytes(UTF_8)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("'Amount#2'");
    }

    @Test
    void followsARenamedColumnWhereThereIsNoChoice() throws IOException {
        // Given
        var renamed = file(LEDGER.replace("Net amount", "Net amounts").getBytes(UTF_8));

        // When
        try (var opened = LedgerFile.open(renamed, Optional.of(MAPPING), Findings.NONE)) {
            // Then
            assertThat(opened.mapping().header(Field.AMOUNT)).contains("Net amounts");
        }
    }

    @Test
    void saysWhatAFileIsThatIsNoLedger() {
        assertThatThrownBy(() -> names("%PDF-1.7 ...".getBytes(UTF_8))).hasMessageContaining("is a PDF");
        assertThatThrownBy(() -> names("<!DOCTYPE html><html>".getBytes(UTF_8))).hasMessageContaining("web page");
        assertThatThrownBy(() -> names(zip(Map.of("[Content_Types].xml", "x", "word/document.xml", "y"))))
                .hasMessageContaining("Word document");
        assertThatThrownBy(() -> names(new byte[0])).hasMessageContaining("empty");
        assertThatThrownBy(() -> names("name,colour\nx,red\n".getBytes(UTF_8)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("paidOn");
    }

    @Test
    void saysWhatATableIsThatHoldsNoPayments() {
        assertThatThrownBy(() -> names(("Contract Title,Supplier,Start Date,End Date,Contract Value\n"
                                + "Care,Roch,01/04/2026,31/03/2027,1000\n")
                        .getBytes(UTF_8)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("contracts register");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Supplier,Date,Amount (£000s)\nRoch,31/03/2026,30\n",
                "Supplier,Date,Amount £'000\nRoch,31/03/2026,30\n",
                "Supplier,Date,Net £k\nRoch,31/03/2026,30\n",
                "Supplier,Date,Amount in pence\nRoch,31/03/2026,30\n",
                "All figures in £000s,,\nSupplier,Date,Amount\nRoch,31/03/2026,30\n",
                "Spend 2025-26 - amounts shown in thousands\nSupplier,Date,Amount\nRoch,31/03/2026,30\n"
            })
    void refusesAmountsThatAreNotPounds(String ledger) {
        assertThatThrownBy(() -> names(ledger.getBytes(UTF_8)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("not pounds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Supplier,Date,Spend over £25k\nRoch,31/03/2026,26000\n",
                "Supplier,Date,\"Amount over £25,000\"\nRoch,31/03/2026,26000\n",
                "\"All payments over £25,000 in 2025-26\",,\nSupplier,Date,Amount\nRoch,31/03/2026,26000\n",
                "Amounts above £1m need approval,,\nSupplier,Date,Amount\nRoch,31/03/2026,26000\n",
                "Roch,31/03/2026,26000,Meals in thousands\nSupplier,Date,Amount,Purpose\n"
            })
    void takesAThresholdForNoUnit(String ledger) throws IOException {
        assertThat(names(ledger.getBytes(UTF_8))).containsExactly("Roch");
    }

    @Test
    void takesOrdersForNoPayments() {
        assertThatThrownBy(() -> names("PO Number,Supplier,PO Date,PO Value\n1,Roch,31/03/2026,30\n".getBytes(UTF_8)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("paidOn");
    }

    @Test
    void namesTheNearestColumnWhenASavedMappingNoLongerFits() throws IOException {
        // Given
        var changed = file(LEDGER.replace("Net amount", "Colour").getBytes(UTF_8));

        // Then
        assertThatThrownBy(() -> LedgerFile.open(changed, Optional.of(MAPPING), Findings.NONE))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("'Net amount'")
                .hasMessageContaining("nearest column");
    }

    @Test
    void takesNoPaymentForTheSecondRowOfAHeader() throws IOException {
        // Given
        var ledger = "Department,Date,Supplier, \n"
                + "Water,04/05/2026,Irwell Works Ltd,\" £5,761 \"\nWater,05/05/2026,Roch Care,\" £5,638 \"\n";

        // Then
        assertThat(names(ledger.getBytes(UTF_8))).containsExactly("Irwell Works Ltd", "Roch Care");
        try (var file = LedgerFile.open(file(ledger.getBytes(UTF_8)), Optional.empty(), Findings.NONE)) {
            assertThat(file.layout().columns()).containsEntry("amount", "#1");
        }
    }

    @Test
    void saysThatCellsStandBesideTheirHeaders() {
        assertThatThrownBy(() -> names(("Date,Expense,GL Code,Supplier,Amount,Postcode\n"
                                + "02/07/2026,Staff,Roch Care,0050023587,438.06,AB1 2CD\n")
                        .getBytes(UTF_8)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("one column beside");
    }

    private List<String> names(byte[] bytes) throws IOException {
        return names(file(bytes), Findings.NONE);
    }

    private static List<String> names(Path file, Findings findings) throws IOException {
        var names = new ArrayList<String>();
        try (var opened = LedgerFile.open(file, Optional.empty(), findings)) {
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
