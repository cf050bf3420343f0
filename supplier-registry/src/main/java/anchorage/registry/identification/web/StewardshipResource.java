package anchorage.registry.identification.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;

import anchorage.idempotency.Idempotent;
import anchorage.kit.csv.CsvFile;
import anchorage.kit.page.Page;
import anchorage.kit.page.Pages;
import anchorage.kit.security.Caller;
import anchorage.registry.identification.DecidedMention;
import anchorage.registry.identification.DecidedMentions;
import anchorage.registry.identification.Identifications;
import anchorage.registry.identification.Stewardship;
import anchorage.registry.supplier.web.SupplierView;
import anchorage.safeguard.audit.Audited;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/suppliers")
@Tag(name = "Suppliers")
class StewardshipResource {

    private final Stewardship stewardship;
    private final Identifications identifications;
    private final DecidedMentions mentions;
    private final SecurityIdentity identity;
    private final Caller caller;
    private final Pages pages;

    StewardshipResource(
            Stewardship stewardship,
            Identifications identifications,
            DecidedMentions mentions,
            SecurityIdentity identity,
            Caller caller,
            Pages pages) {
        this.stewardship = stewardship;
        this.identifications = identifications;
        this.mentions = mentions;
        this.identity = identity;
        this.caller = caller;
        this.pages = pages;
    }

    @POST
    @Idempotent
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD})
    @Operation(
            summary = "Make a supplier that no register has",
            description = "Mentions that no supplier was found for are decided again.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SupplierView.class)))
    public RestResponse<SupplierView> make(@NotNull @Valid DescribedSupplier described) {
        var made = stewardship.make(described.facts(), false, caller.name());
        identifications.decideAgainWhoCouldBe(List.of(made.id()));
        return created(SupplierView.of(made));
    }

    @POST
    @Idempotent
    @Path("/{supplier}/facts")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD})
    @Operation(
            summary = "Record a fact of a supplier",
            description =
                    "What was known before stays known as of then; a question as of a later moment sees the fact.")
    public SupplierView record(UUID supplier, @NotNull @Valid StatedFact fact) {
        return SupplierView.of(stewardship.record(supplier, fact.fact(), caller.name()));
    }

    @POST
    @Idempotent
    @Path("/{supplier}/merges")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD})
    @Operation(
            summary = "Merge a supplier into another",
            description = "Its id answers 308 to the other's from now on, and its mentions count as the other's.")
    @APIResponse(
            responseCode = "201",
            description = "Merged",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Merged.class)))
    public RestResponse<Merged> merge(UUID supplier, @NotNull @Valid Into into) {
        var merge = stewardship.merge(supplier, into.into(), into.reason(), caller.name());
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, new Merged(merge, supplier, into.into(), into.reason()))
                .location(URI.create("/v1/suppliers/" + supplier + "/merges/" + merge))
                .build();
    }

    @DELETE
    @Path("/{supplier}/merges/{merge}")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD})
    @Operation(
            summary = "Undo a merge",
            description = "Both ids stand for themselves again; the merge stays in the history.")
    @APIResponse(responseCode = "204", description = "Undone")
    @APIResponse(responseCode = "409", description = "No such merge stands")
    public void undo(UUID supplier, @PathParam("merge") UUID merge) {
        stewardship.undoMerge(merge, caller.name());
    }

    @POST
    @Idempotent
    @Path("/{supplier}/splits")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD})
    @Operation(
            summary = "Make a supplier of a part of another",
            description = "The supplier keeps its id; the facts and mentions that are named go to the part. Merge the "
                    + "part back to undo it.")
    @APIResponse(
            responseCode = "201",
            description = "Split; the part",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SupplierView.class)))
    public RestResponse<SupplierView> split(UUID supplier, @NotNull @Valid Split split) {
        var part = new Stewardship.Part(
                split.name(),
                split.facts() == null ? List.of() : split.facts(),
                split.mentions() == null ? List.of() : split.mentions());
        return created(SupplierView.of(stewardship.split(supplier, part, split.reason(), caller.name())));
    }

    @GET
    @Audited
    @Path("/{supplier}/mentions")
    @Produces({MediaType.APPLICATION_JSON, CsvFile.MEDIA_TYPE})
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "List how anchors write a supplier",
            description = "Those with the most money first. An anchor sees its own mentions only; likely natural "
                    + "persons are not listed.")
    public Page<DecidedMention> mentions(
            UUID supplier,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        boolean seesAll = identity.hasRole(REGISTER_STEWARD) || caller.seesAllAnchors();
        // Who is bound to no anchor, and may not see all, sees none.
        var anchor =
                seesAll ? Optional.<String>empty() : Optional.of(caller.anchor().orElse(""));
        var known = stewardship.known(supplier);
        return pages.of(
                cursor,
                limit,
                (after, most) -> mentions.of(known.id(), anchor, after.map(DecidedPlaces::read), most),
                DecidedPlaces::of);
    }

    /** What a supplier is merged into. */
    record Into(
            @Schema(description = "The supplier that stays") @NotNull
            UUID into,

            @NotBlank String reason) {}

    /** A merge. */
    record Merged(UUID id, UUID merged, UUID into, String reason) {}

    /** What is taken out of a supplier. */
    record Split(
            @Schema(description = "The part's name") @NotBlank
            String name,

            @Schema(description = "Ids of facts that are the part's")
            List<Long> facts,

            @Schema(description = "Mentions that are the part")
            List<UUID> mentions,

            @NotBlank String reason) {}

    private static RestResponse<SupplierView> created(SupplierView made) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made)
                .location(URI.create("/v1/suppliers/" + made.id()))
                .build();
    }
}
