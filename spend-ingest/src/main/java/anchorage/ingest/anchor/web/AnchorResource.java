package anchorage.ingest.anchor.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;

import anchorage.ingest.anchor.Anchor;
import anchorage.ingest.anchor.AnchorKind;
import anchorage.ingest.anchor.Anchors;
import anchorage.ingest.anchor.PublisherClients;
import anchorage.kit.csv.CsvFile;
import anchorage.kit.page.Page;
import anchorage.kit.page.Pages;
import anchorage.kit.page.Position;
import anchorage.kit.security.Caller;
import anchorage.kit.tag.Precondition;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/anchors")
@Tag(name = "Anchors", description = "The organisations that share their spending")
class AnchorResource {

    private static final String ID = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    private final Anchors anchors;
    private final PublisherClients publishers;
    private final Caller caller;
    private final Precondition precondition;
    private final Pages pages;

    AnchorResource(
            Anchors anchors, PublisherClients publishers, Caller caller, Precondition precondition, Pages pages) {
        this.anchors = anchors;
        this.publishers = publishers;
        this.caller = caller;
        this.precondition = precondition;
        this.pages = pages;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvFile.MEDIA_TYPE})
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(summary = "List the anchors", description = "In the order of their ids.")
    public Page<Anchor> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return pages.of(
                cursor,
                limit,
                (after, most) -> anchors.after(after.map(last -> last.text(0)), most),
                anchor -> Position.of(anchor.id()));
    }

    @GET
    @Path("/{anchor}")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Read an anchor",
            description = "What it is, where it is rooted, and what other anchors may see of its spending.")
    public Anchor read(String anchor) {
        return anchors.named(anchor);
    }

    @PUT
    @Path("/{anchor}")
    @RolesAllowed(PLATFORM_ADMIN)
    @Operation(
            summary = "Create or change an anchor",
            description = "Makes the client publisher-{anchor} at the identity provider too. May be repeated. With "
                    + "If-Match, only if the anchor is still as you read it; with If-None-Match: *, only if it is new.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Anchor.class)))
    @APIResponse(responseCode = "412", description = "It is not as If-Match or If-None-Match takes it to be")
    public Anchor put(
            @Pattern(regexp = ID, message = "must be lower-case letters, digits and hyphens") String anchor,
            @Valid @NotNull AnchorDescription description) {
        caller.mustActFor(anchor);
        precondition.mustHold(() -> anchors.find(anchor));
        publishers.provision(anchor);
        var described = new Anchor(
                anchor,
                description.name(),
                description.kind(),
                description.homePlace(),
                description.identifiers() == null ? List.of() : description.identifiers(),
                description.sharing() == null ? Anchor.Sharing.AGGREGATE : description.sharing());
        anchors.put(described);
        return described;
    }

    @POST
    @Path("/{anchor}/credentials")
    @RolesAllowed(PLATFORM_ADMIN)
    @Operation(
            summary = "Give the anchor's publisher client a new secret",
            description = "The secret is shown this once. The one before it is good for 24 hours more, so that the "
                    + "anchor can change over without a gap, and ends at once where the region's identity provider "
                    + "keeps one secret only; formerEndsAt tells. One that has leaked is ended by DELETE "
                    + "/v1/anchors/{anchor}/credentials/former. A client that went by keys goes by this secret alone, "
                    + "from now on.")
    public Credentials rotate(String anchor) {
        caller.mustActFor(anchor);
        anchors.named(anchor);
        var secret = publishers.rotate(anchor);
        return new Credentials(
                PublisherClients.nameFor(anchor),
                secret.value(),
                secret.formerEndsAt().orElse(null));
    }

    /** What a platform-admin says of an anchor. */
    record AnchorDescription(
            @NotBlank String name,
            @NotNull AnchorKind kind,

            @NotNull
            @Pattern(regexp = "[A-Z]\\d{8}", message = "must be a GSS code, such as E08000009")
            @Schema(description = "GSS code of the area the anchor is rooted in", examples = "E08000009")
            String homePlace,

            @Schema(description = "Official identifiers as scheme:value, such as GB-LAE:TRF")
            List<String> identifiers,

            @Schema(description = "What other anchors may see of its spending; AGGREGATE unless said")
            Anchor.Sharing sharing) {}

    /** A client and its secret. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Credentials(
            String client,

            @Schema(description = "Shown this once") String secret,

            @Schema(description = "Until when the former secret is good too; absent where none is")
            Instant formerEndsAt) {}
}
