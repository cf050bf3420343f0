package anchorage.registry.supplier.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;

import anchorage.kit.csv.CsvFile;
import anchorage.kit.page.ChangePages;
import anchorage.kit.page.Changes;
import anchorage.registry.supplier.SupplierChanges;
import anchorage.safeguard.CommitOrder.Place;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/suppliers/changes")
@Tag(name = "Suppliers")
class SupplierChangeResource {

    private final SupplierChanges changes;
    private final SecurityIdentity caller;
    private final ChangePages pages;

    SupplierChangeResource(SupplierChanges changes, SecurityIdentity caller, ChangePages pages) {
        this.changes = changes;
        this.caller = caller;
        this.pages = pages;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvFile.MEDIA_TYPE})
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Read what changed of suppliers",
            description = "Every supplier of the registers and of the stewards once, as it is now, in the order in "
                    + "which the registry recorded its latest change, the earliest first: without `since` a whole "
                    + "copy, and with it what became of them meanwhile. One that changes while you read comes again, "
                    + "later; none is left out, however late its change is committed. `links.next` is where to go on, "
                    + "now or next month; fewer items than `limit` are all there is. A load of a file of places, which "
                    + "`GET /v1/registers` lists, changes districts and ranks without being a change here.")
    public Changes<SupplierChangeView> read(
            @QueryParam("since") String since, @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        var part = changes.after(pages.after(since).map(Place::of), limit, seesPersons());
        return pages.part(
                part.items().stream().map(SupplierChangeView::of).toList(),
                part.upTo().position());
    }

    private boolean seesPersons() {
        return caller.hasRole(REGISTER_STEWARD) || caller.hasRole(PLATFORM_ADMIN);
    }
}
