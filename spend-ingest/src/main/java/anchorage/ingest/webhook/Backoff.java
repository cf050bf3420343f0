package anchorage.ingest.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long to wait before a notice is sent again: the schedule that Standard Webhooks 1.0.0 gives, over three days. */
final class Backoff {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** What a receiver may ask us to wait; one who asks for more is asked again then. */
    private static final Duration LONGEST = Duration.ofHours(24);

    /** So that what failed together does not come back together. */
    private static final double JITTER = 0.2;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The wait after so many failures of one notice, or empty when that was the last try.
     *
     * @param asked what the receiver asks to wait at least
     */
    Optional<Duration> after(int failures, Optional<Duration> asked) {
        if (failures > WAITS.size()) {
            return Optional.empty();
        }
        var wait = jittered(WAITS.get(failures - 1));
        return Optional.of(asked.map(Backoff::granted)
                .filter(least -> least.compareTo(wait) > 0)
                .orElse(wait));
    }

    /** How long a webhook gets none of its other notices after so many failures one after the other. */
    Duration pauseAfter(int failures) {
        var pause = Duration.ofSeconds(1L << Math.min(failures, 9));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static Duration granted(Duration asked) {
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private Duration jittered(Duration wait) {
        double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
        return Duration.ofMillis((long) (wait.toMillis() * factor));
    }
}
