package anchorage.gateway.portal;

import anchorage.gateway.GatewaySettings;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Map;

@Path("/.well-known")
class WellKnownResource {

    private static final String LINKSET =
            "application/linkset+json;profile=\"https://www.rfc-editor.org/info/rfc9727\"";

    private final GatewaySettings settings;
    private final Clock clock = Clock.systemUTC();

    WellKnownResource(GatewaySettings settings) {
        this.settings = settings;
    }

    @GET
    @Path("/api-catalog")
    @PermitAll
    @Produces(LINKSET)
    public Map<String, Object> apiCatalog(@Context UriInfo request) {
        return WellKnown.apiCatalog(request.getBaseUri());
    }

    @GET
    @Path("/security.txt")
    @PermitAll
    @Produces("text/plain;charset=utf-8")
    public String securityTxt(@Context UriInfo request) {
        var contact = settings.securityContact()
                .orElseThrow(() -> new NotFoundException("This installation names nobody to tell of a weakness."));
        return WellKnown.securityTxt(request.getBaseUri(), contact, clock);
    }
}
