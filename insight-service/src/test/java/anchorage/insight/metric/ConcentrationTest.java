package anchorage.insight.metric;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.testsupport.RealData;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcentrationTest {

    /** G20: by arithmetic from the definition of the Herfindahl-Hirschman index. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"30,30,20,20|2600.0", "32,25,19,9,8,7|2204.0", "100|10000.0"})
    void sumsTheSquaresOfPercentages(String shares, String index) throws SQLException {
        // Given
        var payees = new StringBuilder("WITH payee AS (SELECT * FROM (VALUES ");
        int number = 0;
        for (var share : shares.split(",")) {
            payees.append(number == 0 ? "" : ", ")
                    .append("('")
                    .append(number++)
                    .append("', ")
                    .append(share + ".00)");
        }

        // When
        var figures = figures(payees.append(") AS paid (payee, paid))").toString());

        // Then
        assertThat(figures.hhi()).isEqualTo(index);
    }

    @Test
    void leavesOutWhoIsOwedNothingAndWhoIsNotNamed() throws SQLException {
        // When
        var figures = figures("WITH payee AS (SELECT * FROM (VALUES ('a', 75.00), ('b', 25.00), ('c', -40.00), "
                + "(NULL, 1000.00)) AS paid (payee, paid))");

        // Then
        assertThat(figures.suppliers()).isEqualTo(2);
        assertThat(figures.attributed()).isEqualTo("100.00");
        assertThat(figures.spend()).isEqualTo("1060.00");
        assertThat(figures.hhi()).isEqualTo("6250.0");
        assertThat(figures.top10Share()).isEqualTo("1.0000");
    }

    /**
     * G19: the 2019 ledgers of Bolton and Oldham, suppliers told apart by company number, else charity number, else
     * name. G17: their rows and totals.
     */
    @ParameterizedTest
    @CsvSource({"bolton, 17035, 175317348.01, 36.91, 89.20, 216.2", "oldham, 16864, 224118911.65, 40.09, 93.58, 218.6"})
    void givesThePublishedConcentrationOfRealLedgers(
            String council, long rows, String total, String top10, String top300, String index) throws SQLException {
        // Given
        var file = RealData.file("labelled/lgtc/" + council + "_2019.csv");
        var payees = """
                WITH line AS (
                    SELECT nullif(trim(company_number), '') AS company, nullif(trim(charity_number), '') AS charity,
                        company_name AS name, CAST(amount AS DECIMAL(18, 2)) AS amount
                    FROM read_csv('%s', header = true, all_varchar = true)
                ),
                payee AS (
                    SELECT coalesce(company, charity, name) AS payee, sum(amount) AS paid FROM line
                    GROUP BY coalesce(company, charity, name)
                )
                """.formatted(file);

        // When
        var figures = figures(payees);

        // Then
        assertThat(number(payees + "SELECT count(*) FROM line")).isEqualTo(rows);
        assertThat(figures.spend()).isEqualTo(total);
        assertThat(percent(figures.top10Share())).isEqualTo(top10);
        assertThat(percent(figures.top300Share())).isEqualTo(top300);
        assertThat(figures.hhi()).isEqualTo(index);
    }

    private static Concentration.Row figures(String payees) throws SQLException {
        try (var connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = connection.createStatement();
                var row = statement.executeQuery(payees + Concentration.SELECT.formatted("", "", ""))) {
            row.next();
            return Concentration.Row.of(row, Map.of(), new LinesLink(""));
        }
    }

    private static long number(String sql) throws SQLException {
        try (var connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String percent(String share) {
        return new java.math.BigDecimal(share).movePointRight(2).toPlainString();
    }
}
