package anchorage.ingest.quality;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.ingest.delivery.web.SpendFeed;
import anchorage.testsupport.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
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
        watch.watch(now);

        // When
        int silent = watch.watch(later);
        int still = watch.watch(later.plusSeconds(60));
        int speaking = watch.watch(now);

        // Then
        assertThat(silent).isPositive();
        assertThat(still).isZero();
        assertThat(speaking).isEqualTo(silent);
        assertThat(watch.watch(now)).isZero();
    }
}
