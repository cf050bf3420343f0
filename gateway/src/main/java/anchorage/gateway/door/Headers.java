package anchorage.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What headers may pass. Those of one connection end there (RFC 9110 section 7.6.1), whichever the sender lists under
 * Connection too; what a client says of the way it came is replaced by what we see; and cookies are the gateway's own
 * affair.
 */
final class Headers {

    // Their hashes are kept with them, since each is looked for in every request and answer.
    private static final List<CharSequence> OF_ONE_CONNECTION = names(
            "connection",
            "expect",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "upgrade");
    private static final List<CharSequence> OF_THE_WAY = names(
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "x-forwarded-proto",
            "x-forwarded-ssl",
            "x-real-ip");
    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("x-forwarded-for");
    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("x-forwarded-proto");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("x-forwarded-host");
    private static final List<String> FRAMING = List.of("content-length", "transfer-encoding", "content-type", "host");

    private Headers() {}

    private static List<CharSequence> names(String... names) {
        return Stream.of(names).map(HttpHeaders::createOptimized).toList();
    }

    /** Cleans what goes to a service and says which way it came. */
    static void clean(MultiMap headers, HttpServerRequest from) {
        var host = from.authority() == null ? null : from.authority().toString();
        dropThoseOfOneConnection(headers);
        OF_THE_WAY.forEach(headers::remove);
        headers.remove(HttpHeaders.COOKIE);
        headers.set(FORWARDED_FOR, from.remoteAddress().hostAddress());
        headers.set(FORWARDED_PROTO, from.isSSL() ? "https" : "http");
        if (host != null) {
            headers.set(FORWARDED_HOST, host);
        }
    }

    /** Cleans what goes back to the client. */
    static void dropThoseOfOneConnection(MultiMap headers) {
        for (var listed : headers.getAll(HttpHeaders.CONNECTION)) {
            for (var name : listed.split(",")) {
                var lower = name.strip().toLowerCase(Locale.ROOT);
                // Naming a header that frames the message must not unframe it.
                if (!lower.isEmpty() && !FRAMING.contains(lower)) {
                    headers.remove(lower);
                }
            }
        }
        OF_ONE_CONNECTION.forEach(headers::remove);
    }
}
