package anchorage.ingest.quality;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.ingest.delivery.web.SpendFeed;
import anchorage.kit.security.Reach;
import anchorage.testsupport.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class SilenceWatchTest {

    @Inject
    SilenceWatch watch;

    @Inject
    Clock clock;

    @Test
    void saysEachChangeOnce() {
        // Given
        new SpendFeed("demo-silence").create();
        var now = clock.instant();
        var later = now.plus(Duration.ofDays(60));
        watch(now);

        // When
        int silent = watch(later);
        int still = watch(later.plusSeconds(60));
        int speaking = watch(now);

        // Then
        assertThat(silent).isPositive();
        assertThat(still).isZero();
        assertThat(speaking).isEqualTo(silent);
        assertThat(watch(now)).isZero();
    }

    private int watch(Instant now) {
        return Reach.EVERY_ANCHOR.during(() -> watch.watch(now));
    }
}
