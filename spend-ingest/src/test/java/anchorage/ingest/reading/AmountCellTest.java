package anchorage.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountCellTest {

    /** G13: examples of the LGA's guidance v1.3, and of files that public bodies publish. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25123.00|25123.00",
                "-26123.45|-26123.45",
                "£1,234.00|1234.00",
                "'GBP 1,234.00'|1234.00",
                "001|1.00",
                "'1616.23 '|1616.23",
                "(1,234.50)|-1234.50",
                "(£1,234.50)|-1234.50",
                "£(1,234.50)|-1234.50",
                "‑4.20|-4.20",
                "-£12.10|-12.10",
                "£-12.10|-12.10",
                "1,234,567.8-|-1234567.80",
                "572.08CR|-572.08",
                "572.08DR|572.08",
                ".5|0.50",
                "7.|7.00",
                "12.3450|12.345",
                "0|0.00",
                "−4.20|-4.20",
                "œ2,681.94|2681.94",
                "?2,681.94|2681.94",
                "Â£12.50|12.50",
                "£ 1 234 567.80|1234567.80",
                "1234.5600000000001|1234.56",
                "2.84E-14|0.00",
                "-3.63798E-12|0.00",
                "-291.69375|-291.69375"
            })
    void readsEveryFormOfPounds(String cell, BigDecimal pounds) {
        assertThat(AmountCell.parse(cell).value()).isEqualTo(pounds);
    }

    @org.junit.jupiter.api.Test
    void readsPastASpreadsheetsMarkForText() {
        assertThat(AmountCell.parse("'-7.00").value()).isEqualTo("-7.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10298896.31.|unreadable-amount",
                "1.234,56|unreadable-amount",
                "12,34.00|unreadable-amount",
                "1.2E+05|unreadable-amount",
                "12 34|unreadable-amount",
                "n/a|unreadable-amount",
                "--5|unreadable-amount",
                "$5.00|foreign-currency",
                "$1,125,000.00|foreign-currency",
                "US$ 12.00|foreign-currency",
                "(€7.50)|foreign-currency",
                "12.50 EUR|foreign-currency",
                "####|unreadable-amount",
                "''|missing-amount",
                "' - '|missing-amount",
                "£-|missing-amount",
                "99999999999999.00|amount-too-large"
            })
    void refusesWhatIsNotSurelyPoundsAndSaysWhy(String cell, String code) {
        // When
        var parsed = AmountCell.parse(cell);

        // Then
        assertThat(parsed.value()).isNull();
        assertThat(parsed.code().slug()).isEqualTo(code);
        assertThat(parsed.advice()).isNotBlank();
    }

    @org.junit.jupiter.api.Test
    void keepsToTheLedgersPlacesWhatARateOfExchangeLeaves() {
        assertThat(AmountCell.kept(new BigDecimal("-291.69375"))).isEqualTo("-291.6938");
        assertThat(AmountCell.kept(new BigDecimal("12.34"))).isEqualTo("12.34");
    }

    @RepeatedTest(500)
    void readsBackWhateverWayAnAmountIsWritten(RepetitionInfo repetition) {
        // Given
        var random = new Random(repetition.getCurrentRepetition());
        var amount = BigDecimal.valueOf(random.nextLong(-1_000_000_000_00L, 1_000_000_000_00L), 2);
        var grouped = String.format(java.util.Locale.UK, "%,.2f", amount.abs());
        var plain = amount.abs().toPlainString();
        var digits = random.nextBoolean() ? grouped : plain;
        var pounds = random.nextBoolean() ? "£" : "";
        var cell = amount.signum() >= 0
                ? pounds + digits
                : switch (random.nextInt(3)) {
                    case 0 -> "-" + pounds + digits;
                    case 1 -> "(" + pounds + digits + ")";
                    default -> pounds + digits + "-";
                };

        // When
        var parsed = AmountCell.parse(" " + cell + " ");

        // Then
        assertThat(parsed.value()).isEqualTo(amount);
    }

    @RepeatedTest(500)
    void neverFailsAndNeverBothReadsAndRefuses(RepetitionInfo repetition) {
        // Given
        var random = new Random(repetition.getCurrentRepetition());
        var alphabet = "0123456789.,-+()£ GBPCRDR\u00a0Ee%\u0000x";
        var cell = new StringBuilder();
        for (int length = random.nextInt(14); length > 0; length--) {
            cell.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }

        // When
        var parsed = AmountCell.parse(cell.toString());

        // Then
        assertThat(parsed.value() == null).isEqualTo(parsed.isRefused());
    }
}
