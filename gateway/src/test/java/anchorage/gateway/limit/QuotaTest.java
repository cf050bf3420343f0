package anchorage.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Quota quota = new Quota("client", 3, HOUR);

    /** draft-ietf-httpapi-ratelimit-headers-10, section 3. */
    @Test
    void saysItsPolicyAsAnItemOfAStructuredList() {
        assertThat(quota.policy()).isEqualTo("\"client\";q=3;w=3600");
    }

    @Test
    void letsInWhatIsGrantedAndNoMore() {
        IntStream.rangeClosed(1, 3)
                .forEach(any -> assertThat(quota.take("one").isLetIn()).isTrue());

        assertThat(quota.take("one").isLetIn()).isFalse();
        assertThat(quota.take("another").isLetIn()).isTrue();
    }

    @Test
    void saysWhatIsLeftAndForHowLong() {
        quota.take("one");

        var standing = quota.take("one");

        assertThat(standing.remaining()).isEqualTo(1);
        assertThat(standing.seconds()).isBetween(1L, 3600L);
        assertThat(standing.limit()).startsWith("\"client\";r=1;t=");
    }

    @Test
    void countsNothingThatIsGivenBack() {
        quota.take("one");

        quota.giveBack("one");

        assertThat(quota.take("one").remaining()).isEqualTo(2);
    }
}
