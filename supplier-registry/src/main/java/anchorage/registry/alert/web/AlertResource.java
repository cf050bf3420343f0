package anchorage.registry.alert.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;

import anchorage.kit.page.Page;
import anchorage.registry.alert.Alert;
import anchorage.registry.alert.Alerts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/alerts")
@Tag(name = "Alerts", description = "What a steward would want to be told of")
class AlertResource {

    private final Alerts alerts;

    AlertResource(Alerts alerts) {
        this.alerts = alerts;
    }

    @GET
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST})
    @Operation(
            summary = "List alerts about suppliers that are paid, those with the most money first",
            description = "A social supplier's class of ownership that changed, or an owner it has; an organisation "
                    + "that is not active any more and is paid; a VAT number with several names; an identifier that "
                    + "two suppliers have. Natural persons are not told of.")
    public Page<Alert> list(@QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return new Page<>(alerts.all(limit), null);
    }
}
