package anchorage.insight.localdefinition.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;

import anchorage.idempotency.Idempotent;
import anchorage.insight.knowledge.Knowledge;
import anchorage.insight.localdefinition.LocalDefinition;
import anchorage.insight.localdefinition.LocalDefinition.Area;
import anchorage.insight.localdefinition.LocalDefinition.PlaceSet;
import anchorage.insight.localdefinition.LocalDefinitions;
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

@Path("/v1/local-definitions")
@Tag(name = "Local definitions", description = "The rules that say what local means")
class LocalDefinitionResource {

    private final LocalDefinitions definitions;
    private final Knowledge knowledge;
    private final Caller caller;
    private final Pages pages;

    LocalDefinitionResource(LocalDefinitions definitions, Knowledge knowledge, Caller caller, Pages pages) {
        this.definitions = definitions;
        this.knowledge = knowledge;
        this.caller = caller;
        this.pages = pages;
    }

    /** A definition that is to be made; its version is given to it. */
    record MakeLocalDefinition(
            @Schema(required = true, description = "A new one, or that of the definition of which this is a version")
            String name,

            @Schema(required = true) String title,

            @Schema(required = true, description = "What it means, and where it comes from")
            String description,

            @Schema(description = "Either this or places") Area area,
            @Schema(description = "Either these or area") List<PlaceSet> places,

            @Schema(required = true, description = "Any of REGISTERED_OFFICE, TRADING, BRANCH, INVOICE")
            List<String> premises) {

        LocalDefinition definition() {
            return new LocalDefinition(
                    name, 0, title, description, area, places, premises == null ? List.of() : premises);
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvFile.MEDIA_TYPE})
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "List the local definitions",
            description = "All versions of each: those that are shipped, then those that were made, the oldest first.")
    public Page<LocalDefinition> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        var known = definitions.asOf(knowledge.asOf(Optional.empty()));
        return pages.of(cursor, limit, known, each -> Position.of(each.reference()));
    }

    @GET
    @Path("/{name}")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(summary = "Read a local definition", description = "Its latest version, or one as name@version.")
    public LocalDefinition read(String name) {
        return definitions.named(name, knowledge.asOf(Optional.empty()));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST})
    @Operation(
            summary = "Make a version of a local definition",
            description =
                    "The first of a new name, or a further one; a version is never changed. Answers as of earlier "
                            + "moments do not know it.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = LocalDefinition.class)))
    public RestResponse<LocalDefinition> make(MakeLocalDefinition asked) {
        var made = definitions.make(asked.definition(), caller.name());
        return RestResponse.ResponseBuilder.<LocalDefinition>created(
                        URI.create("/v1/local-definitions/" + made.reference()))
                .entity(made)
                .build();
    }
}
