package anchorage.registry.identification.messaging;

import anchorage.contracts.DeliveryWithdrawn;
import anchorage.contracts.MentionsPaid;
import anchorage.registry.identification.MentionValues;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what deliveries pay under mentions, and which deliveries no longer count. */
@ApplicationScoped
class MentionValueConsumer {

    private final MentionValues values;
    private final ObjectMapper json;

    MentionValueConsumer(MentionValues values, ObjectMapper json) {
        this.values = values;
        this.json = json;
    }

    @Incoming("mentions-paid")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, abortOn = JsonProcessingException.class)
    void paid(byte[] message) throws IOException {
        values.hear(json.readValue(message, MentionsPaid.class));
    }

    @Incoming("deliveries-withdrawn")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, abortOn = JsonProcessingException.class)
    void withdrawn(byte[] message) throws IOException {
        values.forget(json.readValue(message, DeliveryWithdrawn.class).delivery());
    }
}
