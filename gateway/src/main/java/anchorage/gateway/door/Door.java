package anchorage.gateway.door;

import anchorage.gateway.GatewaySettings;
import anchorage.gateway.limit.RateLimits;
import anchorage.gateway.session.SessionProblem;
import anchorage.kit.problem.Problem;
import anchorage.kit.problem.ProblemType;
import anchorage.kit.problem.StandardProblem;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Streams each request to the service that answers it, and the answer back. Bodies are never held in memory. */
@ApplicationScoped
class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);
    private static final int CONNECT_MILLIS = 2000;
    private static final int IDLE_SECONDS = 60;
    /** For the file of a ledger of any size, which is judged and sorted before its first byte is there. */
    private static final int LONG_IDLE_SECONDS = 900;
    /** Less than what ends a connection that stalls, so that none ends in the moment in which it is taken again. */
    private static final int KEPT_SECONDS = 30;

    private static final int CONNECTIONS = 64;
    private static final int WAITING_REQUESTS = 256;

    private final IdentityProviderManager identities;
    private final Visitors visitors;
    private final VerifiedTokens verified;
    private final RateLimits limits;
    private final Refusals refusals;
    private final Map<String, HttpProxy> proxies = new HashMap<>();
    private final Map<String, HttpProxy> patientProxies = new HashMap<>();

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
        var client = client(vertx, IDLE_SECONDS);
        var patientClient = client(vertx, LONG_IDLE_SECONDS);
        settings.origins().forEach((service, origin) -> {
            proxies.put(service, proxy(client, service, origin));
            patientProxies.put(service, proxy(patientClient, service, origin));
        });
    }

    void open(@Observes Router router) {
        router.route("/v1/*").handler(this::enter);
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
        if (known.isEmpty() && !Routes.isOpen(context.request().path())) {
            refusals.send(
                    context,
                    StandardProblem.NOT_AUTHENTICATED,
                    "Send 'Authorization: Bearer <access token>', or sign in at /docs. GET /v1 says where tokens are "
                            + "fetched.");
            return;
        }
        if ("100-continue".equalsIgnoreCase(context.request().getHeader("Expect"))) {
            // Said here, where the token has been looked at: a client that is not told waits a second before it sends.
            context.response().writeContinue();
        }
        // The proxy resumes the request itself, once the service's connection is there to take the body.
        var all = Routes.takesLong(context.request().path()) ? patientProxies : proxies;
        all.get(service).handle(context.request());
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

    private static HttpClient client(Vertx vertx, int idleSeconds) {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setIdleTimeout(idleSeconds)
                        .setKeepAliveTimeout(KEPT_SECONDS)
                        .setMaxWaitQueueSize(WAITING_REQUESTS),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    private HttpProxy proxy(HttpClient client, String service, URI origin) {
        return HttpProxy.reverseProxy(client)
                .origin(origin.getPort(), origin.getHost())
                .addInterceptor(new ProxyInterceptor() {
                    @Override
                    public Future<ProxyResponse> handleProxyRequest(ProxyContext exchange) {
                        Headers.clean(
                                exchange.request().headers(), exchange.request().proxiedRequest());
                        return exchange.sendRequest().recover(failure -> failed(exchange, service, failure));
                    }

                    @Override
                    public Future<Void> handleProxyResponse(ProxyContext exchange) {
                        Headers.dropThoseOfOneConnection(exchange.response().headers());
                        return exchange.sendResponse();
                    }
                });
    }

    private Future<ProxyResponse> failed(ProxyContext exchange, String service, Throwable failure) {
        if (failure instanceof ConnectionPoolTooBusyException) {
            LOG.warnf("more requests wait for a service than may service=%s", service);
            return answer(
                    exchange,
                    StandardProblem.TEMPORARY_REDUCED_CAPACITY,
                    "Too many requests wait for " + service + ". Send this one again in a moment.");
        }
        LOG.warnf("a service does not answer service=%s cause=%s", service, failure.getMessage());
        return answer(
                exchange,
                DoorProblem.SERVICE_UNREACHABLE,
                "The service " + service
                        + " does not answer. Nothing it had confirmed is lost; send the request again.");
    }

    private Future<ProxyResponse> answer(ProxyContext exchange, ProblemType type, String detail) {
        return Future.succeededFuture(exchange.request()
                .release()
                .response()
                .setStatusCode(type.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Content-Language", "en")
                .putHeader("Retry-After", "2")
                .setBody(Body.body(refusals.written(type, detail))));
    }
}
