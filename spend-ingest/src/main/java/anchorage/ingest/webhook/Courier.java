package anchorage.ingest.webhook;

import anchorage.ingest.IngestSettings;
import anchorage.ingest.KeepableText;
import anchorage.ingest.webhook.Notice.Sending;
import anchorage.ingest.webhook.NoticeQueue.Due;
import anchorage.ingest.webhook.NoticeQueue.Outcome;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Brings a notice to its webhook: one POST on a connection of its own, to the address that was judged and no other. No
 * redirect is followed, and of the answer no more is read than its beginning.
 */
@ApplicationScoped
class Courier {

    private static final int CONNECT_MILLIS = 5000;
    private static final int ANSWER_KEPT = 300;

    private final AddressGuard guard;
    private final Clock clock;
    private final Duration patience;
    private final HttpClient http;

    @Inject
    Courier(Vertx vertx, AddressGuard guard, IngestSettings settings, Clock clock) {
        this(vertx, guard, settings.webhooks().patience(), clock, new HttpClientOptions());
    }

    /** @param options what is particular, such as whose certificates are trusted */
    Courier(Vertx vertx, AddressGuard guard, Duration patience, Clock clock, HttpClientOptions options) {
        this.guard = guard;
        this.clock = clock;
        this.patience = patience;
        this.http = vertx.createHttpClient(new HttpClientOptions(options)
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxHeaderSize(8 * 1024));
    }

    @PreDestroy
    void close() {
        http.close();
    }

    /** Sends it once, and says how that went. */
    Outcome bring(Due due) throws InterruptedException {
        var at = clock.instant();
        try {
            var answer = answer(due, at);
            return new Outcome(
                    new Sending(
                            at,
                            millisSince(at),
                            Optional.of(answer.status()),
                            Optional.empty(),
                            Optional.of(answer.beginning())),
                    retryAfter(answer.headers()));
        } catch (UnfitAddress unfit) {
            return failed(at, unfit.getMessage());
        } catch (TimeoutException late) {
            return failed(at, "No answer within " + patience.toSeconds() + " seconds.");
        } catch (ExecutionException failure) {
            return failed(at, "No answer: " + reason(failure.getCause()));
        }
    }

    private Answer answer(Due due, Instant at) throws InterruptedException, ExecutionException, TimeoutException {
        var request = http.request(options(due, at, guard.judge(due.address())));
        var answer = request.compose(open -> open.send(due.body()).compose(Courier::read))
                .toCompletionStage()
                .toCompletableFuture();
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            // Whatever is still open by now is of no more use.
            request.onSuccess(HttpClientRequest::reset);
        }
    }

    private static RequestOptions options(Due due, Instant at, InetAddress judged) {
        var address = due.address();
        boolean isHttps = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() > 0 ? address.getPort() : isHttps ? 443 : 80;
        var id = due.notice().toString();
        var signatures = due.secrets().stream()
                .map(secret -> secret.sign(id, at, due.body()))
                .collect(Collectors.joining(" "));
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(judged, port)))
                .setHost(address.getHost())
                .setPort(port)
                .setURI(target(address))
                .setSsl(isHttps)
                .setFollowRedirects(false)
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Anchorage-Webhooks/1")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", String.valueOf(at.getEpochSecond()))
                .putHeader("webhook-signature", signatures);
    }

    private static String target(URI address) {
        var path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    private record Answer(int status, MultiMap headers, String beginning) {}

    /** What came back, as soon as there is enough of it. */
    private static Future<Answer> read(HttpClientResponse response) {
        var enough = Promise.<Void>promise();
        var beginning = Buffer.buffer();
        response.handler(piece -> {
            beginning.appendBuffer(piece);
            if (beginning.length() >= ANSWER_KEPT) {
                enough.tryComplete();
            }
        });
        response.exceptionHandler(failure -> enough.tryComplete());
        response.endHandler(end -> enough.tryComplete());
        return enough.future().map(any -> {
            var text = KeepableText.of(beginning.toString());
            return new Answer(
                    response.statusCode(), response.headers(), text.substring(0, Math.min(ANSWER_KEPT, text.length())));
        });
    }

    /** Seconds only; a date is passed over, and our own schedule holds. */
    private static Optional<Duration> retryAfter(MultiMap headers) {
        return Optional.ofNullable(headers.get("Retry-After"))
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private Outcome failed(Instant at, String why) {
        return new Outcome(
                new Sending(at, millisSince(at), Optional.empty(), Optional.of(KeepableText.of(why)), Optional.empty()),
                Optional.empty());
    }

    /** What failed, and what at the bottom of it. */
    private static String reason(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root == failure ? failure.getMessage() : failure.getMessage() + ": " + root.getMessage();
    }

    private int millisSince(Instant at) {
        return (int) Duration.between(at, clock.instant()).toMillis();
    }
}
