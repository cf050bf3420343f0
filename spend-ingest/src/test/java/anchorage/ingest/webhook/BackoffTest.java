package anchorage.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(new Random(7));

    /** The schedule of Standard Webhooks 1.0.0, "Deliverability and reliability": 75:35:05 from first try to last. */
    @Test
    void triesOverThreeDaysAndThenNoMore() {
        var whole = Duration.ZERO;
        int tries = 1;
        for (var wait = after(tries); wait.isPresent(); wait = after(tries)) {
            whole = whole.plus(wait.get());
            tries++;
        }

        assertThat(tries).isEqualTo(10);
        assertThat(whole).isBetween(Duration.ofHours(60), Duration.ofHours(91));
    }

    @Test
    void waitsLongerEachTimeWithinAFifthOfTheSchedule() {
        for (int round = 0; round < 1000; round++) {
            assertThat(after(1).orElseThrow()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
            assertThat(after(2).orElseThrow()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
        }
        assertThat(after(2)).isNotEqualTo(after(2));
    }

    @Test
    void waitsAsLongAsTheReceiverAsksButADayAtMost() {
        assertThat(backoff.after(1, Optional.of(Duration.ofMinutes(20)))).contains(Duration.ofMinutes(20));
        assertThat(backoff.after(1, Optional.of(Duration.ofDays(365)))).contains(Duration.ofHours(24));
        assertThat(backoff.after(2, Optional.of(Duration.ofSeconds(1))).orElseThrow())
                .isGreaterThan(Duration.ofMinutes(3));
    }

    @Test
    void leavesAFailingWebhookAloneForMinutesAtMost() {
        assertThat(backoff.pauseAfter(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(backoff.pauseAfter(1000)).isEqualTo(Duration.ofMinutes(5));
    }

    private Optional<Duration> after(int failures) {
        return backoff.after(failures, Optional.empty());
    }
}
