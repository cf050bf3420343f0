package anchorage.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

    /** The vector that the specification's own libraries are tested by (github.com/standard-webhooks, libraries). */
    @Test
    void signsThePublishedExampleAsItIsPublished() {
        var secret = WebhookSecret.read("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        var signature = secret.sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void isAsLongAsTheStandardWantsAndLikeNoOther() {
        var written = WebhookSecret.made().written();

        assertThat(written)
                .startsWith("whsec_")
                .isNotEqualTo(WebhookSecret.made().written());
        assertThat(Base64.getDecoder().decode(written.substring(6))).hasSizeBetween(24, 64);
    }

    @Test
    void tellsNoLogWhatItIs() {
        assertThat(WebhookSecret.made()).hasToString("whsec_...");
    }
}
