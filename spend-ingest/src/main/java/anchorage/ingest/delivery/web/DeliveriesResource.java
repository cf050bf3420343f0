package anchorage.ingest.delivery.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.ingest.delivery.Deliveries;
import anchorage.kit.csv.CsvFile;
import anchorage.kit.page.Page;
import anchorage.kit.page.Pages;
import anchorage.kit.page.Position;
import anchorage.kit.security.Caller;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/anchors/{anchor}/feeds/{feed}/deliveries")
@Tag(name = "Deliveries")
class DeliveriesResource {

    private final Deliveries deliveries;
    private final Caller caller;
    private final Pages pages;

    DeliveriesResource(Deliveries deliveries, Caller caller, Pages pages) {
        this.deliveries = deliveries;
        this.caller = caller;
        this.pages = pages;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvFile.MEDIA_TYPE})
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "List a feed's deliveries",
            description = "The latest first, each with its counts and without its refused rows.")
    public Page<DeliveryView> list(
            String anchor,
            String feed,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        caller.mustSee(anchor);
        return pages.of(
                        cursor,
                        limit,
                        (after, most) -> deliveries.of(anchor, feed, after.map(DeliveriesResource::place), most),
                        delivery -> Position.of(delivery.receivedAt(), delivery.id()))
                .map(delivery -> DeliveryView.of(delivery, List.of(), List.of()));
    }

    private static Deliveries.Place place(Position last) {
        return new Deliveries.Place(last.moment(0), last.id(1));
    }
}
