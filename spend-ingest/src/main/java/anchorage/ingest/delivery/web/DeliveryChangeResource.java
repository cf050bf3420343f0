package anchorage.ingest.delivery.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.ingest.delivery.DeliveryChanges;
import anchorage.kit.csv.CsvFile;
import anchorage.kit.page.ChangePages;
import anchorage.kit.page.Changes;
import anchorage.kit.security.Caller;
import anchorage.safeguard.CommitOrder.Place;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/deliveries/changes")
@Tag(name = "Deliveries")
class DeliveryChangeResource {

    private final DeliveryChanges changes;
    private final Caller caller;
    private final ChangePages pages;

    DeliveryChangeResource(DeliveryChanges changes, Caller caller, ChangePages pages) {
        this.changes = changes;
        this.caller = caller;
        this.pages = pages;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvFile.MEDIA_TYPE})
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Read what changed of deliveries",
            description = "Every delivery of yours once, as it is now and without its refused rows, in the order in "
                    + "which each last came to another state, the earliest first: without `since` all of them, and "
                    + "with it those that came, were refused, published, applied, superseded or withdrawn meanwhile. "
                    + "None is left out; while a big file is read, what comes to pass shows when that is done, and "
                    + "webhooks tell at once. `links.next` is where to go on, now or next month; fewer items than "
                    + "`limit` are all there is.")
    public Changes<DeliveryView> read(
            @QueryParam("anchor")
                    @Parameter(description = "Of this anchor alone; unless said, of every anchor that your token sees")
                    String anchor,
            @QueryParam("since") String since,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        var part = changes.after(pages.after(since).map(Place::of), limit, of(anchor));
        return pages.part(
                part.items().stream()
                        .map(delivery -> DeliveryView.of(delivery, List.of(), List.of()))
                        .toList(),
                part.upTo().position());
    }

    private Optional<String> of(String anchor) {
        if (anchor == null && caller.seesAllAnchors()) {
            return Optional.empty();
        }
        var whose = Optional.ofNullable(anchor).or(caller::anchor);
        caller.mustSee(whose.orElse(""));
        return whose;
    }
}
