package anchorage.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AtOnceTest {

    private final AtOnce atOnce = new AtOnce(2);

    /** draft-ietf-httpapi-ratelimit-headers-10, section 3.1.2. */
    @Test
    void saysItsPolicyInTheUnitOfRequestsUnderway() {
        assertThat(atOnce.policy()).isEqualTo("\"at-once\";q=2;qu=\"concurrent-requests\"");
    }

    @Test
    void letsInAsManyAsAreGrantedAndNoMore() {
        assertThat(atOnce.begin("one").isGranted()).isTrue();
        assertThat(atOnce.begin("one").isGranted()).isTrue();

        assertThat(atOnce.begin("one").isGranted()).isFalse();
        assertThat(atOnce.begin("another").isGranted()).isTrue();
    }

    @Test
    void letsAnotherInForEachThatHasEndedHoweverOftenThatIsSaid() {
        var first = atOnce.begin("one");
        atOnce.begin("one");

        first.end();
        first.end();

        assertThat(atOnce.begin("one").isGranted()).isTrue();
        assertThat(atOnce.begin("one").isGranted()).isFalse();
    }

    @Test
    void takesNoTurnForOneThatIsNotLetIn() {
        var first = atOnce.begin("one");
        var second = atOnce.begin("one");
        var refused = atOnce.begin("one");

        refused.end();
        assertThat(atOnce.begin("one").isGranted()).isFalse();

        first.end();
        second.end();
        assertThat(atOnce.callers()).isZero();
    }
}
