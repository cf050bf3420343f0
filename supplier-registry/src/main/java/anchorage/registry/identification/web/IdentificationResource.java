package anchorage.registry.identification.web;

import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;

import anchorage.kit.page.Page;
import anchorage.registry.identification.DecidedMention;
import anchorage.registry.identification.Identifications;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/identifications")
@Tag(name = "Identifications", description = "The decisions who mentions are")
class IdentificationResource {

    private final Identifications identifications;

    IdentificationResource(Identifications identifications) {
        this.identifications = identifications;
    }

    @GET
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD})
    @Operation(summary = "List identifications", description = "Each with its method, score and explanation.")
    public Page<DecidedMention> list(
            @QueryParam("state") @DefaultValue("DECIDED") State state,
            @QueryParam("cursor") @DefaultValue("00000000-0000-0000-0000-000000000000") UUID cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return Page.cut(identifications.inState(state.name(), cursor, limit + 1), limit, decided -> decided.mention()
                .toString());
    }

    /** Whether a supplier was found. */
    enum State {
        DECIDED,
        PROVISIONAL
    }
}
