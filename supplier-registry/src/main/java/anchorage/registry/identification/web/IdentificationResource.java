package anchorage.registry.identification.web;

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
import anchorage.registry.identification.StewardDecisions.StewardDecision;
import anchorage.registry.identification.UnknownMention;
import anchorage.safeguard.audit.Audited;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/identifications")
@Tag(name = "Identifications", description = "The decisions who mentions are")
class IdentificationResource {

    private final DecidedMentions mentions;
    private final Identifications identifications;
    private final Decisions decisions;
    private final Caller caller;
    private final Pages pages;

    IdentificationResource(
            DecidedMentions mentions,
            Identifications identifications,
            Decisions decisions,
            Caller caller,
            Pages pages) {
        this.mentions = mentions;
        this.identifications = identifications;
        this.decisions = decisions;
        this.caller = caller;
        this.pages = pages;
    }

    @GET
    @Audited
    @Produces({MediaType.APPLICATION_JSON, CsvFile.MEDIA_TYPE})
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD})
    @Operation(
            summary = "List identifications, those with the most money at stake first",
            description = "Each with its method, score and explanation; in REVIEW are those that a person should "
                    + "decide. Likely natural persons are not listed.")
    public Page<DecidedMention> list(
            @QueryParam("state")
                    @DefaultValue("DECIDED")
                    @Parameter(description = "REVIEW is the queue of what a person should decide")
                    State state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return pages.of(
                cursor,
                limit,
                (after, most) -> mentions.inState(state.name(), after.map(DecidedPlaces::read), most),
                DecidedPlaces::of);
    }

    @GET
    @Audited
    @Path("/{mention}")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD})
    @Operation(
            summary = "Read who a mention is, and how that came about",
            description = "Every decision there was, the latest first, and what stewards said.")
    public MentionHistory read(UUID mention) {
        var now = mentions.find(mention).orElseThrow(() -> new UnknownMention(mention));
        return new MentionHistory(now, mentions.history(mention), decisions.of(mention));
    }

    @POST
    @Idempotent
    @Path("/{mention}/decision")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD})
    @Operation(
            summary = "Decide who a mention is",
            description = "Say one of supplier, newSupplier and neverMerge, and why. The decision holds for every "
                    + "anchor that writes the same name, at once and for later deliveries, until it is undone.")
    public DecidedMention decide(UUID mention, @NotNull @Valid Decision decision) {
        decisions.take(mention, decision, caller.name());
        return mentions.find(mention).orElseThrow(() -> new UnknownMention(mention));
    }

    @DELETE
    @Path("/{mention}/decision")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD})
    @Operation(
            summary = "Undo the latest decision of a steward about a mention",
            description = "The methods decide again, as if it had not been; the decision stays in the history.")
    public DecidedMention undo(UUID mention) {
        identifications.undo(mention, caller.name());
        return mentions.find(mention).orElseThrow(() -> new UnknownMention(mention));
    }

    /** Whether a supplier was found. */
    enum State {
        DECIDED,
        REVIEW,
        PROVISIONAL
    }

    /** Who a mention is, and how that came about. */
    record MentionHistory(
            DecidedMention identification, List<DecidedMention> history, List<StewardDecision> stewardDecisions) {}
}
