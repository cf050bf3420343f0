package anchorage.ingest.delivery.messaging;

import anchorage.contracts.DeliveryApplied;
import anchorage.ingest.delivery.Deliveries;
import anchorage.kit.security.Reach;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears from the ledger that it holds a delivery. Hearing it twice changes nothing. */
@ApplicationScoped
class AppliedConsumer {

    private static final Logger LOG = Logger.getLogger(AppliedConsumer.class);

    private final Deliveries deliveries;
    private final ObjectMapper json;

    AppliedConsumer(Deliveries deliveries, ObjectMapper json) {
        this.deliveries = deliveries;
        this.json = json;
    }

    @Incoming("deliveries-applied")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, abortOn = JsonProcessingException.class)
    void applied(byte[] message) throws IOException {
        var fact = json.readValue(message, DeliveryApplied.class);
        Reach.EVERY_ANCHOR.during(() -> deliveries.applied(fact));
        if (!fact.agrees()) {
            LOG.errorf(
                    "the ledger counted otherwise and did not take a delivery delivery=%s lines=%d total=%s",
                    fact.delivery(), fact.lines(), fact.total());
        }
    }
}
