package anchorage.insight.scope.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;

import anchorage.insight.scope.ScopeRuleSets;
import anchorage.insight.scope.ScopeRules;
import anchorage.kit.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/scope-rules")
@Tag(name = "Scope rules", description = "The rules that say which payments are procurement")
class ScopeRulesResource {

    private final ScopeRuleSets sets;

    ScopeRulesResource(ScopeRuleSets sets) {
        this.sets = sets;
    }

    @GET
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(summary = "List the scope rule sets")
    public Page<ScopeRules> list() {
        return new Page<>(sets.all(), null);
    }

    @GET
    @Path("/{name}")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(summary = "Read a scope rule set", description = "Its latest version, or one as name@version.")
    public ScopeRules read(String name) {
        return sets.named(name);
    }
}
