package anchorage.gateway.session;

import anchorage.gateway.GatewaySettings;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Set;

/**
 * Whether a request comes from this site's own pages, as the browser says of it and no page can have it say otherwise
 * (Fetch Metadata, and the Origin of RFC 6454). A cookie alone says nothing of that: browsers send it for whatever page
 * asks.
 */
@ApplicationScoped
public class SameOrigin {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final String origin;

    SameOrigin(GatewaySettings settings) {
        this.origin = origin(settings.site());
    }

    /** Whether a cookie may speak for its owner: always where nothing changes, else only from a page of our own. */
    public boolean mayBeBelieved(HttpServerRequest request) {
        if (SAFE.contains(request.method())) {
            return true;
        }
        var site = request.getHeader("Sec-Fetch-Site");
        var from = request.getHeader("Origin");
        if (site == null && from == null) {
            return false;
        }
        return (site == null || site.equals("same-origin")) && (from == null || from.equals(origin));
    }

    private static String origin(URI site) {
        return site.getScheme() + "://" + site.getAuthority();
    }
}
