package anchorage.gateway.session;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/**
 * Takes over from the framework when it has brought somebody through the authorization code flow. Its own way, the tokens
 * encrypted in a cookie, would have browsers hold them, and nothing could end a session that a copy of the cookie keeps.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class Handover implements TokenStateManager {

    private final Sessions sessions;

    Handover(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext context,
            OidcTenantConfig tenant,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> how) {
        SessionCookie.in(context.request()).ifPresent(sessions::replace);
        SessionCookie.give(
                context.response(), sessions.begin(new Tokens(tokens.getAccessToken(), tokens.getRefreshToken())));
        return Uni.createFrom().item("handed-over");
    }

    /** No browser is ever given what the framework would ask this for. */
    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext context,
            OidcTenantConfig tenant,
            String state,
            OidcRequestContext<AuthorizationCodeTokens> how) {
        return Uni.createFrom().failure(new AuthenticationFailedException("sessions are not the framework's"));
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext context, OidcTenantConfig tenant, String state, OidcRequestContext<Void> how) {
        return Uni.createFrom().voidItem();
    }
}
