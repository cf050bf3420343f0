package anchorage.gateway.door;

import anchorage.kit.problem.Problem;
import anchorage.kit.problem.ProblemType;
import anchorage.kit.problem.StandardProblem;
import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * A service behind the door. Requests stream to it and answers back. When it does not answer ten times within ten
 * seconds, nothing of anybody's is sent to it for a pause; then the door itself asks, and lets requests through again or
 * begins another pause. Whatever a service answers, be it a failure, is an answer.
 */
final class Origin {

    private static final Logger LOG = Logger.getLogger(Origin.class);
    private static final String END = "end";
    private static final int FAILURES = 10;
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final String service;
    private final Duration pause;
    private final Refusals refusals;
    private final RequestOptions question;
    private final CircuitBreaker breaker;

    /** Of each thread of its own: an answer that comes in on another than its request's has to change over, and waits. */
    private final ThreadLocal<Map<Lane, HttpProxy>> lanes;

    /** What is to be done at the end of the request that is being handed over. */
    private final ThreadLocal<Runnable> handedOver = new ThreadLocal<>();

    /**
     * @param pause for how long nothing is sent to the service when it does not answer
     */
    Origin(Vertx vertx, String service, URI address, Duration pause, Refusals refusals) {
        this.service = service;
        this.pause = pause;
        this.refusals = refusals;
        var own = Lane.SMALL.client(vertx);
        this.question = new RequestOptions()
                .setHost(address.getHost())
                .setPort(address.getPort())
                .setURI("/")
                .setTimeout(PATIENCE.toMillis());
        this.breaker = CircuitBreaker.create(
                        service,
                        vertx,
                        new CircuitBreakerOptions()
                                .setMaxFailures(FAILURES)
                                .setFailuresRollingWindow(WINDOW.toMillis())
                                .setResetTimeout(pause.toMillis())
                                .setTimeout(PATIENCE.toMillis()))
                .openHandler(any -> LOG.warnf("a service is away and is asked nothing service=%s", service))
                .halfOpenHandler(any -> vertx.runOnContext(next -> ask(own)))
                .closeHandler(any -> LOG.infof("a service answers again service=%s", service));
        this.lanes = ThreadLocal.withInitial(() -> {
            var proxies = new EnumMap<Lane, HttpProxy>(Lane.class);
            for (var lane : Lane.values()) {
                proxies.put(lane, proxy(lane.client(vertx), address));
            }
            return proxies;
        });
    }

    /** Whether it does not answer, so that nothing is sent to it for the moment. */
    boolean isAway() {
        return breaker.state() != CircuitBreakerState.CLOSED;
    }

    /**
     * Sends the request on, and the answer back.
     *
     * @param end done once the answer is sent, or cannot be. A client that is cut off while its answer is sent is told
     *     of nowhere else
     */
    void pass(HttpServerRequest request, Runnable end) {
        handedOver.set(end);
        try {
            lanes.get().get(Lane.of(request)).handle(request);
        } finally {
            handedOver.remove();
        }
    }

    private HttpProxy proxy(HttpClient client, URI address) {
        // A connection that was upgraded would go past everything that is held to here.
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(address.getPort(), address.getHost())
                .addInterceptor(new ProxyInterceptor() {
                    @Override
                    public Future<ProxyResponse> handleProxyRequest(ProxyContext exchange) {
                        exchange.set(END, handedOver.get());
                        Headers.clean(
                                exchange.request().headers(), exchange.request().proxiedRequest());
                        return isAway() ? answer(exchange, away()) : send(exchange);
                    }

                    @Override
                    public Future<Void> handleProxyResponse(ProxyContext exchange) {
                        Headers.dropThoseOfOneConnection(exchange.response().headers());
                        return exchange.sendResponse().onComplete(any -> exchange.get(END, Runnable.class)
                                .run());
                    }
                });
    }

    /** Asks for anything. A client's request would not do: it may take as long as its client likes. */
    private void ask(HttpClient client) {
        breaker.execute(answered -> client.request(question)
                .compose(HttpClientRequest::send)
                .onSuccess(any -> answered.tryComplete())
                .onFailure(answered::tryFail));
    }

    private Future<ProxyResponse> send(ProxyContext exchange) {
        // While all is well nothing is wrapped, and the breaker hears of failures only.
        return exchange.sendRequest().recover(failure -> {
            if (isOfTheService(failure, exchange.request().proxiedRequest())
                    && breaker.state() == CircuitBreakerState.CLOSED) {
                breaker.execute(answered -> answered.fail(failure));
            }
            return answer(exchange, refusal(failure));
        });
    }

    /** A client that goes away or does not send its body to the end, and requests that wait, say nothing of the service. */
    private static boolean isOfTheService(Throwable failure, HttpServerRequest request) {
        return wasNotSent(failure)
                || request.isEnded()
                        && !(failure instanceof StreamResetException
                                || failure instanceof ConnectionPoolTooBusyException);
    }

    private Refusal refusal(Throwable failure) {
        if (failure instanceof ConnectionPoolTooBusyException) {
            LOG.warnf("more requests wait for a service than may service=%s", service);
            return new Refusal(
                    StandardProblem.TEMPORARY_REDUCED_CAPACITY,
                    "Too many requests wait for " + service + ". Send this one again in a moment.",
                    SOON);
        }
        if (!(failure instanceof StreamResetException)) {
            LOG.warnf("a service does not answer service=%s cause=%s", service, failure.getMessage());
        }
        return wasNotSent(failure) ? away() : answerLost();
    }

    private static boolean wasNotSent(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException;
    }

    private Refusal away() {
        return new Refusal(
                DoorProblem.SERVICE_UNREACHABLE,
                "The service " + service + " cannot be reached, and was sent nothing. Send the request again.",
                pause);
    }

    private Refusal answerLost() {
        return new Refusal(
                DoorProblem.ANSWER_LOST,
                "The service " + service + " was sent the request, and no answer came. What it had confirmed before is "
                        + "kept; whether it has done this, ask it before you send the request again.",
                SOON);
    }

    private Future<ProxyResponse> answer(ProxyContext exchange, Refusal refusal) {
        return Future.succeededFuture(exchange.request()
                .release()
                .response()
                .setStatusCode(refusal.type().status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Content-Language", "en")
                .putHeader("Retry-After", String.valueOf(refusal.after().toSeconds()))
                .setBody(Body.body(refusals.written(refusal.type(), refusal.detail()))));
    }

    /**
     * Why a request goes no further.
     *
     * @param after when it may be sent again, told in whole seconds
     */
    private record Refusal(ProblemType type, String detail, Duration after) {}
}
