package anchorage.gateway.door;

import anchorage.gateway.GatewaySettings;
import anchorage.gateway.limit.RateLimits;
import anchorage.gateway.session.SessionProblem;
import anchorage.kit.problem.StandardProblem;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Streams each request to the service that answers it, and the answer back. Bodies are never held in memory. */
@ApplicationScoped
class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);
    private static final int BEFORE_AUTHORIZATION = -SecurityHandlerPriorities.AUTHORIZATION - 1;

    private final IdentityProviderManager identities;
    private final Visitors visitors;
    private final VerifiedTokens verified;
    private final RateLimits limits;
    private final Refusals refusals;
    private final Map<String, Origin> origins = new HashMap<>();

    Door(
            Vertx vertx,
            GatewaySettings settings,
            IdentityProviderManager identities,
            Visitors visitors,
            VerifiedTokens verified,
            RateLimits limits,
            Refusals refusals) {
        this.identities = identities;
        this.visitors = visitors;
        this.verified = verified;
        this.limits = limits;
        this.refusals = refusals;
        settings.origins()
                .forEach((service, address) ->
                        origins.put(service, new Origin(vertx, service, address, settings.pause(), refusals)));
    }

    /**
     * After the framework has learned how a caller would prove who it is, and that whoever asks tells of a failure to. What
     * it does next is for pages of ours: the door asks who comes itself, and the services decide what they may.
     */
    void open(@Observes Router router) {
        router.route("/v1/*").order(BEFORE_AUTHORIZATION).handler(this::enter);
    }

    private void enter(RoutingContext context) {
        var path = context.request().path();
        if (path.equals("/v1") || path.equals("/v1/")) {
            context.next();
            return;
        }
        if (!Routes.isUnambiguous(path)) {
            refusals.send(
                    context,
                    StandardProblem.BAD_REQUEST,
                    "The path has characters, or escapes, that no path here has.");
            return;
        }
        var service = Routes.service(path);
        if (service.isEmpty()) {
            refusals.send(context, StandardProblem.NOT_FOUND, "There is no such resource. GET /v1 lists them.");
            return;
        }
        visitors.letIn(context, () -> identify(context, service.get()));
    }

    private void identify(RoutingContext context, String service) {
        var request = context.request();
        var authorization = request.getHeader("Authorization");
        var sender = verified.sender(authorization);
        if (sender.isPresent()) {
            pass(context, sender.get(), service);
            return;
        }
        // Nothing of the body may be read, or lost, while the token is looked at.
        request.pause();
        var here = context.vertx().getOrCreateContext();
        QuarkusHttpUser.getSecurityIdentity(context, identities)
                .subscribe()
                .with(
                        identity -> {
                            verified.remember(authorization, identity);
                            here.runOnContext(any -> pass(context, identity, service));
                        },
                        failure -> here.runOnContext(any -> refuse(context, failure)));
    }

    private void pass(RoutingContext context, SecurityIdentity identity, String service) {
        var known = Optional.ofNullable(identity).filter(someone -> !someone.isAnonymous());
        var admission = limits.count(known, context.request().remoteAddress().hostAddress());
        context.addHeadersEndHandler(any -> context.response()
                .putHeader("RateLimit-Policy", admission.policy())
                .putHeader("RateLimit", admission.limit()));
        if (!admission.isLetIn()) {
            refusals.sendTooMany(context, admission);
            return;
        }
        if (context.response().closed()) {
            // Gone while the token was looked at, so that nothing would tell of the end.
            admission.end();
            return;
        }
        context.addEndHandler(any -> admission.end());
        if (known.isEmpty() && !Routes.isOpen(context.request().path())) {
            refusals.send(
                    context,
                    StandardProblem.NOT_AUTHENTICATED,
                    "Send 'Authorization: Bearer <access token>', or sign in at /docs. GET /v1 says where tokens are "
                            + "fetched.");
            return;
        }
        var origin = origins.get(service);
        if ("100-continue".equalsIgnoreCase(context.request().getHeader("Expect")) && !origin.isAway()) {
            // Said here, where the token has been looked at: a client that is not told waits a second before it sends.
            context.response().writeContinue();
        }
        // The proxy resumes the request itself, once the service's connection is there to take the body.
        origin.pass(context.request(), admission::end);
    }

    private void refuse(RoutingContext context, Throwable failure) {
        if (failure instanceof AuthenticationException) {
            refusals.send(
                    context,
                    StandardProblem.NOT_AUTHENTICATED,
                    "The token is expired, malformed, or not meant for Anchorage. Fetch a new one.");
            return;
        }
        LOG.error("a token could not be looked at", failure);
        refusals.send(
                context, SessionProblem.NO_IDENTITY_PROVIDER, "Tokens cannot be checked now. Try again in a moment.");
    }
}
