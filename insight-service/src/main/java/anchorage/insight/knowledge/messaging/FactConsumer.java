package anchorage.insight.knowledge.messaging;

import anchorage.insight.knowledge.FactKind;
import anchorage.insight.knowledge.KnownFacts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what the other services state. Of several statements about one thing in a batch, the last is known. */
@ApplicationScoped
class FactConsumer {

    private final KnownFacts facts;
    private final ObjectMapper json;

    FactConsumer(KnownFacts facts, ObjectMapper json) {
        this.facts = facts;
        this.json = json;
    }

    @Incoming("anchors")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, abortOn = JsonProcessingException.class)
    void anchors(List<byte[]> messages) throws IOException {
        learn(FactKind.ANCHOR, "anchor", messages);
    }

    @Incoming("places")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, abortOn = JsonProcessingException.class)
    void places(List<byte[]> messages) throws IOException {
        learn(FactKind.PLACE, "code", messages);
    }

    @Incoming("identifications")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, abortOn = JsonProcessingException.class)
    void identifications(List<byte[]> messages) throws IOException {
        learn(FactKind.IDENTIFICATION, "mention", messages);
    }

    @Incoming("suppliers")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, abortOn = JsonProcessingException.class)
    void suppliers(List<byte[]> messages) throws IOException {
        learn(FactKind.SUPPLIER, "supplier", messages);
    }

    private void learn(FactKind kind, String key, List<byte[]> messages) throws IOException {
        var stated = new LinkedHashMap<String, JsonNode>();
        for (var message : messages) {
            var fact = json.readTree(message);
            stated.put(fact.get(key).asText(), fact);
        }
        facts.learn(kind, stated);
    }
}
