package anchorage.insight.scope.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;

import anchorage.idempotency.Idempotent;
import anchorage.insight.knowledge.Knowledge;
import anchorage.insight.scope.ScopeRule;
import anchorage.insight.scope.ScopeRuleSets;
import anchorage.insight.scope.ScopeRules;
import anchorage.kit.csv.CsvFile;
import anchorage.kit.page.Page;
import anchorage.kit.page.Pages;
import anchorage.kit.page.Position;
import anchorage.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/scope-rules")
@Tag(name = "Scope rules", description = "The rules that say which payments are procurement")
class ScopeRulesResource {

    private final ScopeRuleSets sets;
    private final Knowledge knowledge;
    private final Caller caller;
    private final Pages pages;

    ScopeRulesResource(ScopeRuleSets sets, Knowledge knowledge, Caller caller, Pages pages) {
        this.sets = sets;
        this.knowledge = knowledge;
        this.caller = caller;
        this.pages = pages;
    }

    /** A set that is to be made; its version is given to it. */
    record MakeScopeRules(
            @Schema(required = true, description = "A new one, or that of the set of which this is a version")
            String name,

            @Schema(required = true, description = "What it is for, and where it comes from")
            String description,

            @Schema(required = true, description = "Tried in order; what none matches is PROCUREMENT")
            List<ScopeRule> rules) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvFile.MEDIA_TYPE})
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "List the scope rule sets",
            description = "All versions of each: the one that is shipped, then those that were made, the oldest first.")
    public Page<ScopeRules> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        var known = sets.asOf(knowledge.asOf(Optional.empty()));
        return pages.of(cursor, limit, known, each -> Position.of(each.reference()));
    }

    @GET
    @Path("/{name}")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(summary = "Read a scope rule set", description = "Its latest version, or one as name@version.")
    public ScopeRules read(String name) {
        return sets.named(name, knowledge.asOf(Optional.empty()));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST})
    @Operation(
            summary = "Make a version of a scope rule set",
            description =
                    "The first of a new name, or a further one; a version is never changed. Answers as of earlier "
                            + "moments do not know it.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ScopeRules.class)))
    public RestResponse<ScopeRules> make(MakeScopeRules asked) {
        var made = sets.make(new ScopeRules(asked.name, 0, asked.description, asked.rules), caller.name());
        return RestResponse.ResponseBuilder.<ScopeRules>created(URI.create("/v1/scope-rules/" + made.reference()))
                .entity(made)
                .build();
    }
}
