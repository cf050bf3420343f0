package anchorage.registry.place.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;

import anchorage.registry.place.Place;
import anchorage.registry.place.Places;
import anchorage.registry.place.Postcode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/places")
@Tag(name = "Places", description = "Areas with GSS codes, and the districts of postcodes")
class PlaceResource {

    private final Places places;

    PlaceResource(Places places) {
        this.places = places;
    }

    @GET
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(summary = "Find the district a postcode lies in")
    public Place at(@QueryParam("postcode") @NotBlank @Parameter(example = "M1 1AD") String postcode) {
        return places.at(Postcode.of(postcode)
                .orElseThrow(() -> new BadRequestException("'" + postcode + "' has not the form of a postcode.")));
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(summary = "Read a place")
    public Place read(String code) {
        return places.of(code);
    }
}
