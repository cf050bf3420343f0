package anchorage.ingest.webhook.web;

import anchorage.ingest.webhook.Event;
import anchorage.ingest.webhook.Webhook;
import anchorage.ingest.webhook.Webhook.Reason;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Webhook", description = "An address that is told of events")
record WebhookView(
        UUID id,

        @Schema(description = "Whose it is; absent where it is the combined authority's")
        String anchor,

        @Schema(description = "What its owner calls it") String title,

        @Schema(description = "Where notices are sent", examples = "https://example.org/hooks/anchorage")
        URI address,

        @Schema(description = "What it is told of") List<Event> events,

        Instant createdAt,

        @Schema(description = "Whether it is told; what is to be told to one that is not, waits")
        boolean enabled,

        @Schema(description = "When it was disabled") Instant disabledAt,

        @Schema(
                description =
                        "Why it was disabled: FAILING when nothing went well for days, GONE when it answered 410, "
                                + "ASKED when its owner wanted it so")
        Reason disabledBecause,

        @Schema(description = "The first failure since something last went well; absent while all is well")
        Instant failingSince) {

    static WebhookView of(Webhook webhook) {
        return new WebhookView(
                webhook.id(),
                webhook.anchor().orElse(null),
                webhook.wish().title(),
                webhook.wish().address(),
                webhook.wish().events(),
                webhook.createdAt(),
                webhook.disabled().isEmpty(),
                webhook.disabled().map(Webhook.Disabling::at).orElse(null),
                webhook.disabled().map(Webhook.Disabling::because).orElse(null),
                webhook.failingSince().orElse(null));
    }
}
