package anchorage.ingest.delivery.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Whether a look at a delivery is worth sending to one who follows it: it differs from the last that was sent, or
 * nothing has been sent for so long that someone on the way could take the silence for the end.
 */
class WorthSaying implements Predicate<DeliveryView> {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    private final Clock clock;
    private DeliveryView said;
    private Instant saidAt;

    WorthSaying(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean test(DeliveryView seen) {
        var now = clock.instant();
        if (seen.equals(said) && now.isBefore(saidAt.plus(LONGEST_SILENCE))) {
            return false;
        }
        said = seen;
        saidAt = now;
        return true;
    }
}
