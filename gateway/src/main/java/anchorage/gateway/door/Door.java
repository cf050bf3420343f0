package anchorage.gateway.door;

import anchorage.gateway.GatewaySettings;
import anchorage.kit.problem.Problem;
import anchorage.kit.problem.ProblemType;
import anchorage.kit.problem.StandardProblem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
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
import org.jboss.logging.Logger;

/** Streams each request to the service that answers it, and the answer back. Bodies are never held in memory. */
@ApplicationScoped
class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);
    private static final int CONNECT_MILLIS = 2000;
    private static final int IDLE_SECONDS = 60;
    /** Less than what ends a connection that stalls, so that none ends in the moment in which it is taken again. */
    private static final int KEPT_SECONDS = 30;

    private static final int CONNECTIONS = 64;
    private static final int WAITING_REQUESTS = 256;

    private final IdentityProviderManager identities;
    private final ObjectMapper json;
    private final Map<String, HttpProxy> proxies = new HashMap<>();

    Door(Vertx vertx, GatewaySettings settings, IdentityProviderManager identities, ObjectMapper json) {
        this.identities = identities;
        this.json = json;
        var client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setIdleTimeout(IDLE_SECONDS)
                        .setKeepAliveTimeout(KEPT_SECONDS)
                        .setMaxWaitQueueSize(WAITING_REQUESTS),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        settings.origins().forEach((service, origin) -> proxies.put(service, proxy(client, service, origin)));
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
            refuse(context, StandardProblem.BAD_REQUEST, "The path has characters, or escapes, that no path here has.");
            return;
        }
        var service = Routes.service(path);
        if (service.isEmpty()) {
            refuse(context, StandardProblem.NOT_FOUND, "There is no such resource. GET /v1 lists them.");
            return;
        }
        var request = context.request();
        // Nothing of the body may be read, or lost, while the token is looked at.
        request.pause();
        var here = context.vertx().getOrCreateContext();
        QuarkusHttpUser.getSecurityIdentity(context, identities)
                .subscribe()
                .with(
                        identity -> here.runOnContext(any -> pass(context, identity, service.get())),
                        failure -> here.runOnContext(any -> refuse(context, failure)));
    }

    private void pass(RoutingContext context, SecurityIdentity identity, String service) {
        if (identity == null || identity.isAnonymous()) {
            refuse(
                    context,
                    StandardProblem.NOT_AUTHENTICATED,
                    "Send 'Authorization: Bearer <access token>'. GET /v1 says where tokens are fetched.");
            return;
        }
        if ("100-continue".equalsIgnoreCase(context.request().getHeader("Expect"))) {
            // Said here, where the token has been looked at: a client that is not told waits a second before it sends.
            context.response().writeContinue();
        }
        // The proxy resumes the request itself, once the service's connection is there to take the body.
        proxies.get(service).handle(context.request());
    }

    private void refuse(RoutingContext context, Throwable failure) {
        if (failure instanceof AuthenticationException) {
            refuse(
                    context,
                    StandardProblem.NOT_AUTHENTICATED,
                    "The token is expired, malformed, or not meant for Anchorage. Fetch a new one.");
            return;
        }
        LOG.error("a token could not be looked at", failure);
        refuse(context, DoorProblem.NO_IDENTITY_PROVIDER, "Tokens cannot be checked now. Try again in a moment.");
    }

    private void refuse(RoutingContext context, ProblemType type, String detail) {
        var response = context.response()
                .setStatusCode(type.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Content-Language", "en");
        if (type.status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        context.request().resume();
        response.end(written(type, detail));
    }

    private HttpProxy proxy(HttpClient client, String service, URI origin) {
        return HttpProxy.reverseProxy(client)
                .origin(origin.getPort(), origin.getHost())
                .addInterceptor(new ProxyInterceptor() {
                    @Override
                    public Future<ProxyResponse> handleProxyRequest(ProxyContext exchange) {
                        Headers.clean(
                                exchange.request().headers(), exchange.request().proxiedRequest());
                        return exchange.sendRequest().recover(failure -> unreachable(exchange, service, failure));
                    }

                    @Override
                    public Future<Void> handleProxyResponse(ProxyContext exchange) {
                        Headers.dropThoseOfOneConnection(exchange.response().headers());
                        return exchange.sendResponse();
                    }
                });
    }

    private Future<ProxyResponse> unreachable(ProxyContext exchange, String service, Throwable failure) {
        LOG.warnf("a service does not answer service=%s cause=%s", service, failure.getMessage());
        var problem = written(
                DoorProblem.SERVICE_UNREACHABLE,
                "The service " + service
                        + " does not answer. Nothing it had confirmed is lost; send the request again.");
        var response = exchange.request()
                .release()
                .response()
                .setStatusCode(502)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Content-Language", "en")
                .putHeader("Retry-After", "2")
                .setBody(Body.body(problem));
        return Future.succeededFuture(response);
    }

    private Buffer written(ProblemType type, String detail) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(Problem.of(type, detail)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
