package anchorage.insight.localdefinition.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;

import anchorage.insight.localdefinition.LocalDefinition;
import anchorage.insight.localdefinition.LocalDefinitions;
import anchorage.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/local-definitions")
@Tag(name = "Local definitions", description = "The rules that say what local means")
class LocalDefinitionResource {

    private final LocalDefinitions definitions;

    LocalDefinitionResource(LocalDefinitions definitions) {
        this.definitions = definitions;
    }

    @GET
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(summary = "List the local definitions")
    public Page<LocalDefinition> list() {
        return new Page<>(definitions.all(), null);
    }

    @GET
    @Path("/{name}")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(summary = "Read a local definition", description = "Its latest version, or one as name@version.")
    public LocalDefinition read(String name) {
        return definitions.named(name);
    }
}
