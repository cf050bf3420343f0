package anchorage.insight.ledger.messaging;

import anchorage.contracts.DeliveryWithdrawn;
import anchorage.insight.ledger.Ledger;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears that a delivery was taken back. It was applied here before it could be, so it is always known. */
@ApplicationScoped
class WithdrawalConsumer {

    private final Ledger ledger;
    private final ObjectMapper json;

    WithdrawalConsumer(Ledger ledger, ObjectMapper json) {
        this.ledger = ledger;
        this.json = json;
    }

    @Incoming("deliveries-withdrawn")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, abortOn = JsonProcessingException.class)
    void withdrawn(byte[] message) throws IOException {
        ledger.withdraw(json.readValue(message, DeliveryWithdrawn.class).delivery());
    }
}
