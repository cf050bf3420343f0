package anchorage.registry.identification.messaging;

import anchorage.contracts.MentionSeen;
import anchorage.registry.identification.Identifications;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of mentions, many at a time. */
@ApplicationScoped
class MentionConsumer {

    private final Identifications identifications;
    private final ObjectMapper json;

    MentionConsumer(Identifications identifications, ObjectMapper json) {
        this.identifications = identifications;
        this.json = json;
    }

    @Incoming("supplier-mentions")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, abortOn = JsonProcessingException.class)
    void seen(List<byte[]> messages) throws IOException {
        var mentions = new LinkedHashMap<UUID, MentionSeen>();
        for (var message : messages) {
            var mention = json.readValue(message, MentionSeen.class);
            mentions.put(mention.mention(), mention);
        }
        identifications.see(List.copyOf(mentions.values()));
    }
}
