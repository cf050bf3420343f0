package anchorage.ingest.webhook.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;

import anchorage.ingest.webhook.Event;
import anchorage.ingest.webhook.Webhook;
import anchorage.ingest.webhook.Webhook.Wish;
import anchorage.ingest.webhook.WebhookSecrets;
import anchorage.ingest.webhook.Webhooks;
import anchorage.kit.csv.CsvFile;
import anchorage.kit.page.Page;
import anchorage.kit.page.Pages;
import anchorage.kit.page.Position;
import anchorage.kit.tag.Precondition;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/v1/webhooks")
@Tag(name = "Webhooks", description = "Addresses that are told what happened, as Standard Webhooks 1.0.0 has it")
class WebhookResource {

    private static final int MOST_HOURS = 168;

    private final Webhooks webhooks;
    private final WebhookSecrets secrets;
    private final Ownership ownership;
    private final Precondition precondition;
    private final Pages pages;

    WebhookResource(
            Webhooks webhooks, WebhookSecrets secrets, Ownership ownership, Precondition precondition, Pages pages) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.ownership = ownership;
        this.precondition = precondition;
        this.pages = pages;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvFile.MEDIA_TYPE})
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "List your webhooks",
            description = "Those of the anchor that the token is bound to, or, for an analyst, a register-steward or a "
                    + "platform-admin, the combined authority's. The oldest first.")
    public Page<WebhookView> list(
            @QueryParam("anchor") @Parameter(description = Ownership.ANCHOR) String anchor,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        var owner = ownership.of(anchor);
        return pages.of(
                        cursor,
                        limit,
                        (after, most) -> webhooks.of(owner, after.map(WebhookResource::place), most),
                        webhook -> Position.of(webhook.createdAt(), webhook.id()))
                .map(WebhookView::of);
    }

    @POST
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Make a webhook",
            description = "It is told of what happens from now on. An anchor's can ask for delivery.applied and "
                    + "delivery.refused, the combined authority's for review.needed. The address is https and leads to "
                    + "the public internet. The secret that its notices are signed with is shown this once.")
    @APIResponse(
            responseCode = "201",
            description = "Made; Location leads to it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NewWebhook.class)))
    @APIResponse(responseCode = "409", description = "There are as many as may be")
    public RestResponse<NewWebhook> make(
            @QueryParam("anchor") @Parameter(description = Ownership.ANCHOR) String anchor,
            @Valid @NotNull WebhookDescription description) {
        var made = webhooks.make(ownership.of(anchor), description.wish());
        var view = WebhookView.of(made.webhook());
        return ResponseBuilder.<NewWebhook>created(URI.create("/v1/webhooks/" + view.id()))
                .entity(new NewWebhook(view, made.secret().written()))
                .build();
    }

    @GET
    @Path("/{webhook}")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Read a webhook",
            description = "What it is told of and where, and whether that goes well. Its secret is not shown.")
    public WebhookView read(UUID webhook) {
        return WebhookView.of(own(webhook));
    }

    @PUT
    @Path("/{webhook}")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Change a webhook",
            description = "Its title, address and events, and whether it is enabled, which it is unless you say false. "
                    + "One that is enabled again is sent what has waited. With If-Match, only if it is still as you "
                    + "read it.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "412", description = "It is not as If-Match takes it to be")
    public WebhookView change(UUID webhook, @Valid @NotNull WebhookDescription description) {
        own(webhook);
        precondition.mustHold(() -> webhooks.find(webhook).map(WebhookView::of));
        return WebhookView.of(webhooks.change(webhook, description.wish(), description.isEnabled()));
    }

    @DELETE
    @Path("/{webhook}")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Delete a webhook",
            description = "With its secrets and its notices. One that is being sent may still arrive.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(UUID webhook) {
        own(webhook);
        webhooks.delete(webhook);
    }

    @POST
    @Path("/{webhook}/secret")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Give a webhook a new secret",
            description =
                    "It is shown this once. Until the former one ends, notices carry two signatures, one by each. "
                            + "With formerHours=0 the former one ends at once, as it should when it has leaked.")
    public NewSecret rotate(
            UUID webhook,
            @QueryParam("formerHours")
                    @DefaultValue("24")
                    @Min(0)
                    @Max(MOST_HOURS)
                    @Parameter(description = "Hours for which the former secret signs too")
                    int formerHours) {
        var rotated = secrets.rotate(own(webhook), Duration.ofHours(formerHours));
        return new NewSecret(rotated.secret().written(), rotated.formerEndsAt());
    }

    private static Webhooks.Place place(Position last) {
        return new Webhooks.Place(last.moment(0), last.id(1));
    }

    private Webhook own(UUID id) {
        return ownership.mustReach(webhooks.named(id));
    }

    /** What is said of a webhook. */
    record WebhookDescription(
            @NotBlank @Size(max = 200) @Schema(description = "What you call it", examples = "finance system")
            String title,

            @NotNull @Schema(description = "Where notices are sent", examples = "https://example.org/hooks/anchorage")
            URI address,

            @NotEmpty
            @Schema(
                    description = "What it is told of: of an anchor, delivery.applied and delivery.refused; of the "
                            + "combined authority, review.needed")
            List<@NotNull Event> events,

            @Schema(description = "Whether it is told; true unless said")
            Boolean enabled) {

        Wish wish() {
            return new Wish(title, address, events);
        }

        boolean isEnabled() {
            return enabled == null || enabled;
        }
    }

    /** A webhook that was just made. */
    record NewWebhook(
            WebhookView webhook,

            @Schema(description = "whsec_ and the base64 of 32 bytes; shown this once")
            String secret) {}

    /** A webhook's new secret. */
    record NewSecret(
            @Schema(description = "whsec_ and the base64 of 32 bytes; shown this once")
            String secret,

            @Schema(description = "Until when the former one signs too")
            Instant formerEndsAt) {}
}
