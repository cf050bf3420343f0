package anchorage.registry.supplier.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;

import anchorage.kit.page.Page;
import anchorage.registry.supplier.Suppliers;
import anchorage.registry.supplier.UnknownSupplier;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/suppliers")
@Tag(name = "Suppliers", description = "The organisations that are paid")
class SupplierResource {

    private final Suppliers suppliers;
    private final SecurityIdentity caller;

    SupplierResource(Suppliers suppliers, SecurityIdentity caller) {
        this.suppliers = suppliers;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Search suppliers by the beginning of a name, or by identifier",
            description = "Suppliers that only an anchor's own writing names are not listed.")
    public Page<SupplierView> search(
            @QueryParam("q") @Parameter(description = "Beginning of a name; case and legal form do not count") String q,
            @QueryParam("identifier") @Parameter(example = "GB-COH:00226143") String identifier,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        if ((q == null || q.isBlank()) && identifier == null) {
            throw new BadRequestException(
                    "Say what to look for: ?q= a name's beginning, or ?identifier= scheme:value.");
        }
        return new Page<>(suppliers.matching(q, identifier, limit), null).map(SupplierView::of);
    }

    @GET
    @Path("/{supplier}")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Read a supplier",
            description =
                    "A supplier that only an anchor's own writing names may be a person, and is shown to stewards.")
    public SupplierView read(UUID supplier) {
        return suppliers
                .find(supplier)
                .filter(found ->
                        !found.provisional() || caller.hasRole(REGISTER_STEWARD) || caller.hasRole(PLATFORM_ADMIN))
                .map(SupplierView::of)
                .orElseThrow(() -> new UnknownSupplier(supplier));
    }
}
