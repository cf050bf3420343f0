package anchorage.safeguard.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that somebody did, saw, or was refused.
 *
 * @param person null where a program acted for itself
 * @param anchor null where the token is bound to none
 * @param traceId null for what was written down before traces were
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Deed(
        long id,
        Instant at,

        @Schema(description = "The client that fetched the token", examples = "publisher-my-council")
        String client,

        @Schema(description = "The person at it, by the identity provider's name; absent for a program")
        String person,

        List<String> roles,

        @Schema(description = "The anchor that the token is bound to")
        String anchor,

        @Schema(description = "The anchors whose data it was about")
        List<String> about,

        @Schema(description = "The operationId", examples = "DeliveryResource_original")
        String operation,

        String method,

        @Schema(description = "Path and query", examples = "/v1/deliveries/5f0c.../original")
        String target,

        @Schema(description = "How it came out, as HTTP status", examples = "200")
        int status,

        @Schema(
                description =
                        "The trace that the request was part of (W3C Trace Context); absent before traces were kept",
                examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        String traceId) {

    public Deed {
        roles = List.copyOf(roles);
        about = List.copyOf(about);
    }
}
