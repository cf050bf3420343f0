package anchorage.registry.supplier.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;

import anchorage.kit.csv.CsvFile;
import anchorage.kit.page.Page;
import anchorage.kit.page.Pages;
import anchorage.kit.page.Position;
import anchorage.registry.supplier.Supplier;
import anchorage.registry.supplier.SupplierMerges;
import anchorage.registry.supplier.SupplierSearch;
import anchorage.registry.supplier.SupplierSearch.Wanted;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/suppliers")
@Tag(name = "Suppliers", description = "The organisations that are paid")
class SupplierResource {

    private final Suppliers suppliers;
    private final SupplierMerges merges;
    private final SupplierSearch search;
    private final SecurityIdentity caller;
    private final Pages pages;

    SupplierResource(
            Suppliers suppliers, SupplierMerges merges, SupplierSearch search, SecurityIdentity caller, Pages pages) {
        this.suppliers = suppliers;
        this.merges = merges;
        this.search = search;
        this.caller = caller;
        this.pages = pages;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvFile.MEDIA_TYPE})
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Search suppliers by name, identifier or place",
            description = "By name or identifier, the likeliest, as many as limit says, on one page. A name may be the "
                    + "beginning of one, or have slips in it. By place alone, all of them, page after page, in the "
                    + "order of their ids. Suppliers that only an anchor's own writing names are not listed, nor "
                    + "natural persons.")
    public Page<SupplierView> search(
            @QueryParam("q") @Parameter(description = "A name or its beginning; case and legal form do not count")
                    String q,
            @QueryParam("identifier")
                    @Parameter(
                            description = "Only who has this identifier: its org-id scheme, a colon, and the number",
                            example = "GB-COH:00226143")
                    String identifier,
            @QueryParam("place") @Parameter(description = "GSS code of a place with premises", example = "E08000003")
                    String place,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        var name = Optional.ofNullable(q).filter(text -> !text.isBlank());
        if (name.isEmpty() && identifier == null && place == null) {
            throw new BadRequestException(
                    "Say what to look for: ?q= a name or its beginning, ?identifier= scheme:value, or ?place= a GSS code.");
        }
        if (name.isPresent() || identifier != null) {
            // There is one page, so no cursor leads on from it.
            pages.after(cursor);
            var wanted = new Wanted(name, Optional.ofNullable(identifier), Optional.ofNullable(place));
            return new Page<>(search.find(wanted, limit, seesPersons()), null).map(SupplierView::of);
        }
        return pages.of(
                        cursor,
                        limit,
                        (after, most) -> search.in(place, after.map(last -> last.id(0)), most, seesPersons()),
                        supplier -> Position.of(supplier.id()))
                .map(SupplierView::of);
    }

    @GET
    @Path("/{supplier}")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Read a supplier",
            description = "Each fact has the time in which it was true and the time from which we knew it. A supplier "
                    + "that only an anchor's own writing names may be a person, and is shown to stewards.")
    @APIResponse(responseCode = "200", description = "What is known of it")
    @APIResponse(responseCode = "308", description = "It was merged into the supplier at Location")
    public RestResponse<SupplierView> read(
            UUID supplier,
            @QueryParam("asOf") @Parameter(description = "As it was known at this moment; now unless said")
                    Instant asOf,
            @QueryParam("on") @Parameter(description = "Only what was true on this day") LocalDate on) {
        var successor = asOf == null ? merges.successor(supplier) : Optional.<UUID>empty();
        if (successor.isPresent()) {
            visible(suppliers.find(supplier), supplier);
            var query = on == null ? "" : "?on=" + on;
            return RestResponse.ResponseBuilder.<SupplierView>create(308)
                    .location(URI.create("/v1/suppliers/" + successor.get() + query))
                    .build();
        }
        var found = visible(asOf == null ? suppliers.find(supplier) : suppliers.find(supplier, asOf), supplier);
        return RestResponse.ok(SupplierView.of(on == null ? found : found.on(on)));
    }

    @GET
    @Path("/{supplier}/history")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Read everything that was ever recorded of a supplier",
            description = "Facts that are no longer held to be so have retiredAt; merges tell who decided and why.")
    public SupplierHistory history(UUID supplier) {
        var ever = visible(suppliers.history(supplier), supplier);
        return new SupplierHistory(SupplierView.of(ever), merges.of(supplier));
    }

    /** Everything that was ever recorded of a supplier. */
    record SupplierHistory(SupplierView supplier, List<SupplierMerges.Merge> merges) {}

    private Supplier visible(Optional<Supplier> found, UUID supplier) {
        return found.filter(known -> seesPersons() || !known.provisional() && !known.isPerson())
                .orElseThrow(() -> new UnknownSupplier(supplier));
    }

    private boolean seesPersons() {
        return caller.hasRole(REGISTER_STEWARD) || caller.hasRole(PLATFORM_ADMIN);
    }
}
