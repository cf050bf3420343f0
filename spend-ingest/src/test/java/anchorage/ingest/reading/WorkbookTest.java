package anchorage.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {

    @TempDir
    Path folder;

    @Test
    void readsEverySheetUnderItsOwnHeader() throws IOException {
        // Given
        var file = workbook(workbook -> {
            var april = workbook.newWorksheet("April");
            header(april, 0, "Date paid", "Supplier name", "Net amount");
            line(april, 1, LocalDate.of(2026, 4, 1), "Roch Care", 12.5);
            var may = workbook.newWorksheet("May");
            header(may, 3, "Amount", "Payment Date", "Supplier");
            may.value(4, 0, 1234.56);
            date(may, 4, 1, LocalDate.of(2026, 5, 2));
            may.value(4, 2, "Goyt Ltd");
            var overflow = workbook.newWorksheet("May, more");
            overflow.value(0, 0, -3);
            date(overflow, 0, 1, LocalDate.of(2026, 5, 3));
            overflow.value(0, 2, "Irk Ltd");
            var notes = workbook.newWorksheet("Notes");
            notes.value(0, 0, "Prepared by Finance");
        });

        // When
        var rows = rows(file);

        // Then
        assertThat(rows)
                .extracting(WorkbookTest::told)
                .containsExactly(
                        "2026-04-01 Roch Care 12.50",
                        "2026-05-02 Goyt Ltd 1234.56",
                        "2026-05-03 Irk Ltd -3.00",
                        "Excluded");
    }

    @Test
    void placesARefusedRowOfALaterSheetUnderTheFirstHeader() throws IOException {
        // Given
        var file = workbook(workbook -> {
            var april = workbook.newWorksheet("April");
            header(april, 0, "Date paid", "Supplier name", "Net amount");
            line(april, 1, LocalDate.of(2026, 4, 1), "Roch Care", 12.5);
            var may = workbook.newWorksheet("May");
            header(may, 0, "Amount", "Payment Date", "Supplier");
            may.value(1, 0, "12 pounds");
            may.value(1, 1, "02/05/2026");
            may.value(1, 2, "Goyt Ltd");
        });

        // When
        var refused = (Row.Refused) rows(file).get(1);

        // Then
        assertThat(refused.cells()).containsExactly("02/05/2026", "Goyt Ltd", "12 pounds");
    }

    @Test
    void takesFifteenDigitsOfANumberForWhatIsMeant() throws IOException {
        // Given
        var file = workbook(workbook -> {
            var sheet = workbook.newWorksheet("April");
            header(sheet, 0, "Date paid", "Supplier name", "Net amount");
            line(sheet, 1, LocalDate.of(2026, 4, 1), "Roch Care", 0.1 + 0.2);
        });

        // When
        var rows = rows(file);

        // Then
        assertThat(rows).extracting(WorkbookTest::told).containsExactly("2026-04-01 Roch Care 0.30");
    }

    @Test
    void readsAnOldWorkbookWithDatesFormulasAndAHiddenSheet() throws IOException {
        // Given
        var file = folder.resolve("old.csv");
        try (var workbook = new HSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet("Spend");
            var header = sheet.createRow(2);
            header.createCell(0).setCellValue("Date paid");
            header.createCell(1).setCellValue("Supplier name");
            header.createCell(2).setCellValue("Net amount");
            var row = sheet.createRow(3);
            row.createCell(0).setCellValue(LocalDate.of(2026, 4, 1));
            var style = workbook.createCellStyle();
            style.setDataFormat((short) 14);
            row.getCell(0).setCellStyle(style);
            row.createCell(1).setCellFormula("\"Roch\"&\" Care\"");
            row.createCell(2).setCellFormula("10+2.5");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.createSheet("Draft").createRow(0).createCell(0).setCellValue("not for publication");
            workbook.setSheetHidden(1, true);
            workbook.write(out);
        }

        // When
        var rows = rows(file);

        // Then
        assertThat(rows).extracting(WorkbookTest::told).containsExactly("2026-04-01 Roch Care 12.50");
    }

    @Test
    void saysThatADamagedWorkbookIsDamaged() throws IOException {
        // Given
        var file = workbook(workbook -> header(workbook.newWorksheet("April"), 0, "Date paid"));
        var bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        // Then
        assertThatThrownBy(() -> rows(file)).isInstanceOf(UnreadableFile.class).hasMessageContaining("damaged");
    }

    private interface Filling {
        void fill(Workbook workbook) throws IOException;
    }

    private Path workbook(Filling filling) throws IOException {
        var file = folder.resolve("ledger");
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "Anchorage", "1.0")) {
            filling.fill(workbook);
        }
        return file;
    }

    private static void header(Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            sheet.value(row, column, cells[column]);
        }
    }

    private static void line(Worksheet sheet, int row, LocalDate day, String supplier, double amount) {
        date(sheet, row, 0, day);
        sheet.value(row, 1, supplier);
        sheet.value(row, 2, amount);
    }

    private static void date(Worksheet sheet, int row, int column, LocalDate day) {
        sheet.value(row, column, day);
        sheet.style(row, column).format("dd/mm/yyyy").set();
    }

    private static List<Row> rows(Path path) throws IOException {
        try (var file = LedgerFile.open(path, Optional.empty(), Findings.NONE)) {
            var reader = new RowReader("an-anchor", file);
            var rows = new ArrayList<Row>();
            for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
            return rows;
        }
    }

    private static String told(Row row) {
        return row instanceof Row.Accepted accepted
                ? accepted.line().paidOn() + " " + accepted.line().supplierName() + " "
                        + accepted.line().amount()
                : row.getClass().getSimpleName();
    }
}
