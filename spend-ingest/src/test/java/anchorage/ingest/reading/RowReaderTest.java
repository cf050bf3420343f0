package anchorage.ingest.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import anchorage.contracts.SpendLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {

    private static final String HEADER = "Date paid,Supplier name,Net amount,Company Number\n";

    @Test
    void keepsTheSignOfACredit() {
        assertThat(line("31/03/2026,Roch Care,(12.50),").amount()).isEqualTo(new BigDecimal("-12.50"));
    }

    @Test
    void padsACompanyNumberThatASpreadsheetHasShortened() {
        // When
        var row = (Row.Accepted) rows("31/03/2026,Roch Care,1,226143").get(0);

        // Then
        assertThat(row.newMention().identifiers()).containsExactly("GB-COH:00226143");
    }

    @Test
    void givesTheSameMentionTheSameIdInEveryDelivery() {
        assertThat(line("31/03/2026,Roch Care,1,").mention())
                .isEqualTo(line("01/04/2026,Roch Care,2,").mention());
        assertThat(line("31/03/2026,Roch Care,1,").mention())
                .isNotEqualTo(line("31/03/2026,Roch care,1,").mention());
    }

    /** G29: the spellings that published ledgers use. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Redacted",
                "REDACTED PERSONAL DATA",
                "Redacted Personal Information",
                "REDACTED COMMERCIAL CONFIDENTIALITY",
                "Redacted - sensitive",
                "THIRD PARTY SUPPLIER",
                "Personal Data",
                "Name withheld",
                "*REDACTED*"
            })
    void takesARedactionForNoSupplier(String token) {
        // When
        var line = line("31/03/2026," + token + ",1,");

        // Then
        assertThat(line.redacted()).isTrue();
        assertThat(line.mention()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Redactive Publishing Ltd", "Total Gas & Power", "Confidential Shredding Ltd"})
    void keepsARealNameThatOnlyBeginsLikeATokenOrATotal(String name) {
        // When
        var line = line("31/03/2026," + name + ",1,");

        // Then
        assertThat(line.redacted()).isFalse();
        assertThat(line.mention()).isNotNull();
    }

    @Test
    void leavesOutBlankRowsAndTotalsAndCountsThem() {
        assertThat(rows(",,,\n31/03/2026,Roch,1,\n,Grand Total,1,\n,,1,\nTotal,,1,\n"))
                .extracting(row -> row.getClass().getSimpleName())
                .containsExactly("Blank", "Accepted", "Excluded", "Excluded", "Excluded");
    }

    @Test
    void leavesOutTheSumOfASupplierBelowItsLinesAndNoOther() {
        assertThat(rows("31/03/2026,Roch,1.25,x\n31/03/2026,Roch,2,x\n,Roch Total,3.25,\n"
                        + "31/03/2026,Irk,4,\n,Irk Total,5,\n\u00a0,,,\n31/03/2026,Goyt Total,4,\n"))
                .extracting(row -> row.getClass().getSimpleName())
                .containsExactly("Accepted", "Accepted", "Excluded", "Accepted", "Refused", "Blank", "Accepted");
    }

    @Test
    void leavesOutASumASectionTitleAndAPageHeaderAmongTheLines() {
        assertThat(rows("31/03/2026,Roch,1.25,x\n31/03/2026,Goyt,2,x\n,Housing,3.25,Housing,,\n" + HEADER
                        + "Prepared by Finance\n31/03/2026,Irk,4,\n"))
                .extracting(row -> row.getClass().getSimpleName())
                .containsExactly("Accepted", "Accepted", "Refused", "Excluded", "Excluded", "Accepted");
    }

    @Test
    void readsDatesInTheOrderThatMostOfTheFileShows() {
        // When
        var failure = org.assertj.core.api.Assertions.catchThrowableOfType(
                Findings.ReadAgain.class, () -> rows("03/31/2026,Roch,1,\n04/01/2026,Roch,1,\n"));

        // Then
        assertThat(failure.with(Findings.NONE).dateOrders())
                .isEqualTo(Map.of(DateStyle.PADDED, ColumnMapping.DateOrder.MONTH_FIRST));
        assertThat(rows("31/03/2026,Roch,1,\n30/03/2026,Roch,1,\n04/31/2026,Roch,1,\n"))
                .extracting(row -> row.getClass().getSimpleName())
                .containsExactly("Accepted", "Accepted", "Refused");
    }

    @Test
    void readsEachWayOfWritingDatesInItsOwnOrder() {
        // Given
        var text = "31/10/2026,Roch,1,\n10/12/2026,Roch,2,\n9/30/2026,Irk,3,\n9/8/2026,Irk,4,\n";

        // When
        var failure = org.assertj.core.api.Assertions.catchThrowableOfType(Findings.ReadAgain.class, () -> rows(text));
        var rows = rows(text, failure.with(Findings.NONE));

        // Then
        assertThat(rows)
                .extracting(row -> ((Row.Accepted) row).line().paidOn().toString())
                .containsExactly("2026-10-31", "2026-12-10", "2026-09-30", "2026-09-08");
    }

    @Test
    void readsDatesThatSayNothingInTheOrderOfThoseThatDo() {
        // Given
        var text = "10/31/2026,Roch,1,\n3/4/26,Irk,3,\n";

        // When
        var failure = org.assertj.core.api.Assertions.catchThrowableOfType(Findings.ReadAgain.class, () -> rows(text));
        var rows = rows(text, failure.with(Findings.NONE));

        // Then
        assertThat(((Row.Accepted) rows.get(1)).line().paidOn()).isEqualTo("2026-03-04");
    }

    @Test
    void leavesOutRowsThatWereFilledInForPaymentsThatNeverCame() {
        // Given
        var text = "31/03/2026,Roch,1,\n,,,Council\n,,,12.50\n";

        // Then
        assertThat(rows(text))
                .extracting(row -> row.getClass().getSimpleName())
                .containsExactly("Accepted", "Excluded", "Refused");
    }

    @Test
    void readsPastCellsBeyondTheHeaderWhereNothingCanHaveBeenMoved() {
        // Given
        var shifted = "31/03/2026,Roch, Goyt and Sons,12.50,7,x\n31/03/2026,Roch,Goyt,1234,12.50\n";
        var unshifted = "31/03/2026,Roch,12.50,,#N/A\n31/03/2026,Roch,12.50,,,AB1 2CD\n";

        // Then
        assertThat(rows(shifted)).allMatch(row -> row instanceof Row.Refused);
        assertThat(rows(unshifted)).allMatch(row -> row instanceof Row.Accepted);
    }

    @Test
    void keepsNetGrossAndVatApartAndCarriesGrantsAndCards() throws IOException {
        // Given
        var text = "Date,Supplier,Gross,VAT,Net,Irrecoverable VAT,VCSE Grant,Card Transaction\n"
                + "31/03/2026,Roch,15.00,2.50,12.50,0.00,Yes,No\n01/04/2026,Irk,n/a,exempt,7.00,,No,Y\n";

        // When
        var lines = new ArrayList<SpendLine>();
        try (var file = LedgerFile.ofBeginning(text.getBytes(UTF_8))) {
            var reader = new RowReader("an-anchor", file);
            for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                lines.add(((Row.Accepted) row.get()).line());
            }
        }

        // Then
        assertThat(lines)
                .extracting(
                        SpendLine::amount,
                        SpendLine::gross,
                        SpendLine::vat,
                        SpendLine::irrecoverableVat,
                        SpendLine::grant,
                        SpendLine::card)
                .containsExactly(
                        tuple(pounds("12.50"), pounds("15.00"), pounds("2.50"), pounds("0.00"), true, false),
                        tuple(pounds("7.00"), null, null, null, false, true));
    }

    private static BigDecimal pounds(String text) {
        return new BigDecimal(text);
    }

    @Test
    void refusesARowWithoutADateAndKeepsItsCells() {
        // When
        var row = (Row.Refused) rows(",Roch Care,12.50,x").get(0);

        // Then
        assertThat(row.refusal().code()).isEqualTo(Refusal.Code.MISSING_DATE);
        assertThat(row.refusal().column()).isEqualTo("Date paid");
        assertThat(row.cells()).containsExactly("", "Roch Care", "12.50", "x");
    }

    @Test
    void refusesCellsThatAnUnquotedDelimiterHasShifted() {
        assertThat(((Row.Refused) rows("31/03/2026,Roch, Goyt and Sons,12.50,x").get(0))
                        .refusal()
                        .code())
                .isEqualTo(Refusal.Code.WRONG_NUMBER_OF_CELLS);
        assertThat(((Row.Refused) rows("31/03/2026,Roch, Goyt and Sons,12.50").get(0))
                        .refusal()
                        .code())
                .isEqualTo(Refusal.Code.UNREADABLE_AMOUNT);
    }

    @Test
    void losesNoRowInAQuoteThatClosesRowsLater() {
        // When
        var rows = rows("31/03/2026,\"Roch,1,\n01/04/2026,Goyt,2,\n02/04/2026,Tame\",3,\n");

        // Then
        assertThat(rows).hasSize(1).allMatch(row -> row instanceof Row.Refused);
        assertThat(((Row.Refused) rows.get(0)).refusal().advice()).contains("never closed");
    }

    @Test
    void marksALikelyPersonAndNoOrganisation() {
        assertThat(line("31/03/2026,Mrs J Fernlea,1,").person()).isTrue();
        assertThat(line("31/03/2026,J Fernlea Ltd,1,").person()).isFalse();
        assertThat(line("31/03/2026,Making Space,1,").person()).isFalse();
    }

    @Test
    void refusesAFileWhoseTablesHoldTheSamePayments() throws IOException {
        // Given
        var payments = IntStream.rangeClosed(1, 6)
                .mapToObj(day -> "0" + day + "/03/2026,Roch Care," + day + ".00")
                .toList();
        var turned = new ArrayList<>(payments);
        Collections.reverse(turned);
        var header = "Date paid,Supplier name,Net amount\n";
        var others = header + String.join("\n", payments.subList(1, 6)) + "\n31/03/2026,Irk,6.00\n";

        // Then
        assertThat(count(zip(header + String.join("\n", payments), others))).isEqualTo(12);
        assertThatThrownBy(() -> count(zip(header + String.join("\n", payments), header + String.join("\n", turned))))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("'b.csv' holds the same 6 payments as 'a.csv'");
    }

    @Test
    void takesASumBelowALaterTableForItsOwn() throws IOException {
        // Given
        var header = "Date paid,Supplier name,Net amount\n";

        // When
        var rows = new ArrayList<Row>();
        try (var file = LedgerFile.ofBeginning(zip(
                header + "31/03/2026,Roch,100.00\n", header + "30/04/2026,Irk,6.00\n30/04/2026,Irk,5.00\n,,11.00\n"))) {
            var reader = new RowReader("an-anchor", file);
            for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }

        // Then
        assertThat(rows)
                .extracting(row -> row.getClass().getSimpleName())
                .containsExactly("Accepted", "Accepted", "Accepted", "Excluded");
    }

    private static int count(byte[] zip) throws IOException {
        int count = 0;
        try (var file = LedgerFile.ofBeginning(zip)) {
            var reader = new RowReader("an-anchor", file);
            while (reader.next().isPresent()) {
                count++;
            }
        }
        return count;
    }

    private static byte[] zip(String one, String other) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.csv"));
            zip.write(one.getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("b.csv"));
            zip.write(other.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static anchorage.contracts.SpendLine line(String row) {
        return ((Row.Accepted) rows(row).get(0)).line();
    }

    private static List<Row> rows(String text) {
        return rows(text, Findings.NONE);
    }

    private static List<Row> rows(String text, Findings findings) {
        try (var file = LedgerFile.ofBeginning((HEADER + text).getBytes(UTF_8), findings)) {
            var reader = new RowReader("an-anchor", file);
            var rows = new ArrayList<Row>();
            for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
            return rows;
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
