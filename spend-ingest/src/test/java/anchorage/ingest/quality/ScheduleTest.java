package anchorage.ingest.quality;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.ingest.feed.Feed.Cadence;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    @ParameterizedTest
    @CsvSource({
        "WEEKLY, 2026-01-05T09:00:00Z, 2026-01-14T09:00:00Z",
        "MONTHLY, 2026-01-31T09:00:00Z, 2026-03-10T09:00:00Z",
        "QUARTERLY, 2026-01-05T09:00:00Z, 2026-05-05T08:00:00Z",
        "YEARLY, 2026-01-05T09:00:00Z, 2027-02-05T09:00:00Z"
    })
    void givesEachCadenceItsGrace(Cadence cadence, Instant last, Instant due) {
        assertThat(Schedule.of(cadence).orElseThrow().due(last)).isEqualTo(due);
    }

    @Test
    void expectsNothingOfAnIrregularFeed() {
        assertThat(Schedule.of(Cadence.IRREGULAR)).isEmpty();
    }

    @Test
    void countsTheTurnsThatWereKept() {
        assertThat(kept("2026-06-01", "2026-01-05", "2026-02-05", "2026-03-14", "2026-04-20", "2026-05-20"))
                .isEqualTo(new Count(4, 4));
    }

    @Test
    void countsALateDeliveryAsOneTurnMissedAndOneKept() {
        assertThat(kept("2026-04-01", "2026-01-05", "2026-03-10")).isEqualTo(new Count(1, 2));
    }

    @Test
    void countsEveryTurnSinceTheLastDelivery() {
        assertThat(kept("2026-05-01", "2026-01-05")).isEqualTo(new Count(0, 3));
    }

    @Test
    void countsSeveralFilesOfOneDayOnce() {
        assertThat(kept("2026-02-10", "2026-01-05", "2026-01-05", "2026-01-05", "2026-02-05"))
                .isEqualTo(new Count(1, 1));
    }

    private static Count kept(String now, String... days) {
        return Schedule.of(Cadence.MONTHLY)
                .orElseThrow()
                .kept(Stream.of(days).map(ScheduleTest::noon).toList(), noon(now));
    }

    private static Instant noon(String day) {
        return Instant.parse(day + "T12:00:00Z");
    }
}
