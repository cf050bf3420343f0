package anchorage.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final UUID WEBHOOK = new UUID(1, 2);

    private final Seal seal = new Seal("a-key-of-the-test-of-32-characters");
    private final WebhookSecret secret = WebhookSecret.made();

    @Test
    void opensWhatItClosed() {
        assertThat(seal.open(seal.close(secret, WEBHOOK), WEBHOOK).written()).isEqualTo(secret.written());
    }

    @Test
    void closesTheSameInAnotherWayEachTime() {
        assertThat(seal.close(secret, WEBHOOK)).isNotEqualTo(seal.close(secret, WEBHOOK));
    }

    @Test
    void opensNothingInAnotherWebhooksPlace() {
        var sealed = seal.close(secret, WEBHOOK);

        assertThatThrownBy(() -> seal.open(sealed, new UUID(1, 3))).hasMessageContaining("does not open");
    }

    @Test
    void opensNothingThatWasChangedOrClosedWithAnotherKey() {
        var sealed = seal.close(secret, WEBHOOK);
        assertThatThrownBy(() -> new Seal("another-key-of-the-test-as-long-as-that").open(sealed, WEBHOOK))
                .hasMessageContaining("ingest.webhooks.key");

        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> seal.open(sealed, WEBHOOK)).hasMessageContaining("does not open");
    }

    @Test
    void takesNoKeyThatCouldBeGuessed() {
        assertThatThrownBy(() -> new Seal("secret")).hasMessageContaining("too short");
    }
}
