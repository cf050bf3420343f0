package anchorage.insight.metric.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.insight.metric.BadQuestion;
import anchorage.insight.metric.Multiplier;
import anchorage.insight.metric.Scenario;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/insights")
@Tag(name = "Calculators", description = "What-ifs and multipliers; nothing is kept")
class CalculatorResource {

    @POST
    @Path("/scenarios")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "What would stay if some spending moved",
            description = "Moves a part of spending to local suppliers, the volume being held. Nothing is stored.")
    public Scenario.Answer scenario(Scenario.Asked asked) {
        return Scenario.of(given(asked));
    }

    @POST
    @Path("/multipliers")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "The local multiplier in a published convention",
            description =
                    "LM3 = (R1 + R2 + R3) / R1; STICKY_MONEY = (R2 + R3) / R1; NORTHUMBERLAND = 1 + re-spend for a "
                            + "local supplier, re-spend alone for another. The conventions differ for the same money, so compare "
                            + "only within one. Nothing is stored.")
    public Multiplier.Answer multiplier(Multiplier.Asked asked) {
        return Multiplier.of(given(asked));
    }

    private static <T> T given(T body) {
        return Optional.ofNullable(body).orElseThrow(() -> new BadQuestion("The body is empty; it is a JSON object."));
    }
}
