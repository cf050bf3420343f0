package anchorage.kit;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.kit.csv.CsvCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+44+1", "-x", "@SUM(A1)", "\tx", "＝1"})
    void disarmsWhatASpreadsheetWouldRun(String dangerous) {
        assertThat(CsvCell.text(dangerous)).isEqualTo("'" + dangerous);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-12.50", "+44", "-£1,234.00"})
    void leavesNumbersAndTheirSignsAlone(String number) {
        assertThat(CsvCell.text(number)).isEqualTo(number);
    }

    @Test
    void leavesOrdinaryTextAlone() {
        assertThat(CsvCell.text("A & A Electrical = good")).isEqualTo("A & A Electrical = good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Roch Ltd",
                "=1+1",
                "'=1+1",
                "''=x",
                "'",
                "''",
                "-12.50",
                "'-12.50",
                "@Home",
                "'tis",
                "+44 161",
                "-",
                "－x"
            })
    void findsTheWayBackFromEveryCell(String cell) {
        assertThat(CsvCell.original(CsvCell.text(cell))).isEqualTo(cell);
    }
}
