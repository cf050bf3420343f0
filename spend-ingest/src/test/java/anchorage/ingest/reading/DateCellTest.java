package anchorage.ingest.reading;

import static anchorage.ingest.reading.ColumnMapping.DateOrder.DAY_FIRST;
import static anchorage.ingest.reading.ColumnMapping.DateOrder.MONTH_FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateCellTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-31|2026-03-31",
                "2026-03-31T00:00:00Z|2026-03-31",
                "2026-03-31 00:00:00|2026-03-31",
                "31/03/2026|2026-03-31",
                "1/4/26|2026-04-01",
                "01.09.2014|2014-09-01",
                "04-May-22|2022-05-04",
                "4 May 2022|2022-05-04",
                "4th September 2014|2014-09-04",
                "Wednesday, May 04, 2022|2022-05-04",
                "Wednesday, 04 May 2022|2022-05-04",
                "31-MAR-2026|2026-03-31",
                "20260331|2026-03-31",
                "44197|2021-01-01",
                "31/03/2026 14:30|2026-03-31",
                "\u00a031/03/2026\u00a0|2026-03-31"
            })
    void readsEveryFormOfADay(String cell, LocalDate day) {
        assertThat(DateCell.parse(cell, DAY_FIRST).value()).isEqualTo(day);
    }

    @Test
    void readsTheMonthFirstOnlyWhereTheFeedSaysSo() {
        assertThat(DateCell.parse("03/04/2026", DAY_FIRST).value()).isEqualTo("2026-04-03");
        assertThat(DateCell.parse("03/04/2026", MONTH_FIRST).value()).isEqualTo("2026-03-04");
    }

    @Test
    void refusesAMonthAboveTwelveAndNamesTheSetting() {
        // When
        var parsed = DateCell.parse("03/31/2026", DAY_FIRST);

        // Then
        assertThat(parsed.code()).isEqualTo(Refusal.Code.UNREADABLE_DATE);
        assertThat(parsed.advice()).contains("MONTH_FIRST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "31/02/2026", "2026-13-01", "Redacted", "12"})
    void refusesWhatIsNoDay(String cell) {
        assertThat(DateCell.parse(cell, DAY_FIRST).code()).isEqualTo(Refusal.Code.UNREADABLE_DATE);
    }

    @Test
    void refusesAYearInWhichNoPaymentLies() {
        assertThat(DateCell.parse("31/03/1026", DAY_FIRST).code()).isEqualTo(Refusal.Code.IMPLAUSIBLE_DATE);
    }

    @RepeatedTest(500)
    void neverFails(RepetitionInfo repetition) {
        // Given
        var random = new Random(repetition.getCurrentRepetition());
        var alphabet = "0123456789/-. :TJanSeptMay,";
        var cell = new StringBuilder();
        for (int length = random.nextInt(16); length > 0; length--) {
            cell.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }

        // When
        var parsed = DateCell.parse(cell.toString(), DAY_FIRST);

        // Then
        assertThat(parsed.value() == null).isEqualTo(parsed.isRefused());
    }
}
