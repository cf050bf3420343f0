package anchorage.ingest.webhook.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;

import anchorage.ingest.webhook.Notice.State;
import anchorage.ingest.webhook.NoticeLog;
import anchorage.ingest.webhook.Webhook;
import anchorage.ingest.webhook.Webhooks;
import anchorage.kit.csv.CsvFile;
import anchorage.kit.page.Page;
import anchorage.kit.page.Pages;
import anchorage.kit.page.Position;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/webhooks/{webhook}")
@Tag(name = "Webhooks")
class NoticeResource {

    private final Webhooks webhooks;
    private final NoticeLog log;
    private final Ownership ownership;
    private final Clock clock;
    private final Pages pages;

    NoticeResource(Webhooks webhooks, NoticeLog log, Ownership ownership, Clock clock, Pages pages) {
        this.webhooks = webhooks;
        this.log = log;
        this.ownership = ownership;
        this.clock = clock;
        this.pages = pages;
    }

    @GET
    @Path("/notices")
    @Produces({MediaType.APPLICATION_JSON, CsvFile.MEDIA_TYPE})
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "List what a webhook was told",
            description = "The latest first. Notices are kept for 30 days, unless the region says otherwise.")
    public Page<NoticeView> list(
            UUID webhook,
            @QueryParam("state") @Parameter(description = "Only those that stand so") State state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        own(webhook);
        return pages.of(
                        cursor,
                        limit,
                        (after, most) ->
                                log.of(webhook, Optional.ofNullable(state), after.map(last -> last.id(0)), most),
                        notice -> Position.of(notice.id()))
                .map(NoticeView::of);
    }

    @GET
    @Path("/notices/{notice}")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Read what a webhook was told, and how that went",
            description =
                    "With every try at sending it: the status and the beginning of what came back, or why nothing "
                            + "did.")
    public NoticeView read(UUID webhook, UUID notice) {
        own(webhook);
        return NoticeView.of(log.told(webhook, notice));
    }

    @POST
    @Path("/notices/{notice}/replay")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Send a notice again",
            description = "Under its own id, with a new timestamp and signature, and as often as it takes.")
    @APIResponse(
            responseCode = "202",
            description = "It waits to be sent",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NoticeView.class)))
    public RestResponse<NoticeView> replay(UUID webhook, UUID notice) {
        own(webhook);
        return accepted(NoticeView.of(log.again(webhook, notice)));
    }

    @POST
    @Path("/replay")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Send the notices of a time again",
            description = "All that were made in it, in their order, under their own ids, whether they arrived or not. "
                    + "Tests are left out.")
    @APIResponse(
            responseCode = "202",
            description = "They wait to be sent",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Replayed.class)))
    public RestResponse<Replayed> replayAll(UUID webhook, @Valid @NotNull Span span) {
        own(webhook);
        var to = span.to() == null ? clock.instant() : span.to();
        return accepted(new Replayed(log.again(webhook, span.from(), to)));
    }

    @POST
    @Path("/test")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Send a webhook a test",
            description = "A notice webhook.test, signed as every other and tried once, also where the webhook is "
                    + "disabled. Read it to see how it went.")
    @APIResponse(
            responseCode = "202",
            description = "It waits to be sent",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NoticeView.class)))
    public RestResponse<NoticeView> test(UUID webhook) {
        return accepted(NoticeView.of(log.test(own(webhook))));
    }

    private Webhook own(UUID id) {
        return ownership.mustReach(webhooks.named(id));
    }

    private static <T> RestResponse<T> accepted(T body) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, body)
                .build();
    }

    /** From one moment to before another. */
    record Span(
            @NotNull @Schema(description = "Notices made from then on")
            Instant from,

            @Schema(description = "And before then; now unless said")
            Instant to) {}

    /** How many notices are sent again. */
    record Replayed(int notices) {}
}
