package anchorage.gateway.door;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;

/**
 * Connections to each service that are kept for one kind of request, so that no kind uses up those of another. The
 * numbers are those of one of the gateway's threads, of which there are as many as processors.
 */
enum Lane {
    /** A question and its answer. */
    SMALL(32, 128, 60),

    /** A body of large or unknown size: as long as its client takes to send it. */
    LARGE(16, 32, 60),

    /** A ledger's file, which is judged and sorted before its first byte is there, or the events of a delivery. */
    LONG(32, 32, 900);

    private static final int CONNECT_MILLIS = 2000;
    /** Less than what ends a connection that stalls, so that none ends in the moment in which it is taken again. */
    private static final int KEPT_SECONDS = 30;

    /** A length of so many digits is small. */
    private static final int DIGITS = 5;

    private final int connections;
    private final int waiting;
    private final int idleSeconds;

    Lane(int connections, int waiting, int idleSeconds) {
        this.connections = connections;
        this.waiting = waiting;
        this.idleSeconds = idleSeconds;
    }

    /** The lane that a request takes. */
    static Lane of(HttpServerRequest request) {
        if (Routes.takesLong(request.path())) {
            return LONG;
        }
        return isLarge(request) ? LARGE : SMALL;
    }

    /** The connections of this lane. */
    HttpClient client(Vertx vertx) {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setIdleTimeout(idleSeconds)
                        .setKeepAliveTimeout(KEPT_SECONDS),
                // Of the client's own options, the length of the queue is passed over.
                new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(waiting));
    }

    private static boolean isLarge(HttpServerRequest request) {
        var length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return length.length() > DIGITS;
        }
        // In HTTP/2 a body needs no header that tells of it.
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.version() == HttpVersion.HTTP_2
                        && request.method() != HttpMethod.GET
                        && request.method() != HttpMethod.HEAD;
    }
}
