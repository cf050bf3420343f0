package anchorage.registry.place.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;

import anchorage.registry.place.DeprivationRanks;
import anchorage.registry.place.Place;
import anchorage.registry.place.Places;
import anchorage.registry.place.Postcode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/places")
@Tag(name = "Places", description = "Areas with GSS codes, and the districts of postcodes")
class PlaceResource {

    private final Places places;

    private final DeprivationRanks ranks;

    PlaceResource(Places places, DeprivationRanks ranks) {
        this.places = places;
        this.ranks = ranks;
    }

    @GET
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Find where a postcode lies",
            description = "Its district, what that lies in, and what the postcode registers and the Indices of "
                    + "Deprivation say of the postcode itself. A terminated postcode is still that of a past payment.")
    public PostcodePlace at(
            @QueryParam("postcode") @NotBlank @Parameter(description = "With or without its space", example = "M1 1AD")
                    String postcode,
            @QueryParam("on")
                    @Parameter(
                            description =
                                    "The day of a payment: where the postcode lay then, and whether it was in use")
                    LocalDate on) {
        var known = Postcode.of(postcode)
                .orElseThrow(() -> new BadRequestException("'" + postcode + "' has not the form of a postcode."));
        var place = places.at(known, Optional.ofNullable(on));
        return PostcodePlace.of(place, places.postcode(known), ranks.at(known), on);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(summary = "Read a place", description = "Its name and kind, and the larger places that it lies in.")
    public Place read(String code) {
        return places.of(code);
    }
}
