package anchorage.registry.alert.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;

import anchorage.kit.csv.CsvFile;
import anchorage.kit.page.Page;
import anchorage.kit.page.Pages;
import anchorage.kit.page.Position;
import anchorage.registry.alert.Alert;
import anchorage.registry.alert.Alerts;
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

@Path("/v1/alerts")
@Tag(name = "Alerts", description = "What a steward would want to be told of")
class AlertResource {

    private final Alerts alerts;
    private final Pages pages;

    AlertResource(Alerts alerts, Pages pages) {
        this.alerts = alerts;
        this.pages = pages;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CsvFile.MEDIA_TYPE})
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST})
    @Operation(
            summary = "List alerts about suppliers that are paid, those with the most money first",
            description = "A social supplier's class of ownership that changed, or an owner it has; an organisation "
                    + "that is not active any more and is paid; a VAT number with several names; an identifier that "
                    + "two suppliers have. Natural persons are not told of.")
    public Page<Alert> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return pages.of(
                cursor,
                limit,
                (after, most) -> alerts.greatest(after.map(AlertResource::place), most),
                alert -> position(Alerts.Place.of(alert)));
    }

    private static Position position(Alerts.Place place) {
        return Position.of(
                place.value(), place.kind(), place.supplier(), place.identifier(), place.since(), place.sentence());
    }

    private static Alerts.Place place(Position last) {
        return new Alerts.Place(last.amount(0), last.text(1), last.text(2), last.text(3), last.text(4), last.text(5));
    }
}
