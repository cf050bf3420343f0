package anchorage.gateway.session;

import io.quarkus.oidc.TenantResolver;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Which of the two ways in a request takes: the code flow on the two paths that are there for it, else a bearer token.
 * Said for every request, since the framework would otherwise go by names of cookies and by words in the path.
 */
@ApplicationScoped
class WaysIn implements TenantResolver {

    private static final Set<String> CODE_FLOW = Set.of("/docs/sign-in", "/docs/signed-in");

    @Override
    public String resolve(RoutingContext context) {
        return CODE_FLOW.contains(context.normalizedPath()) ? IdentityProvider.CLIENT : OidcUtils.DEFAULT_TENANT_ID;
    }
}
