package anchorage.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;

/**
 * What headers may pass. Those of one connection end there (RFC 9110 section 7.6.1), whichever the sender lists under
 * Connection too; what a client says of the way it came is replaced by what we see; and cookies are the gateway's own
 * affair.
 */
final class Headers {

    private static final List<String> OF_ONE_CONNECTION = List.of(
            "connection",
            "expect",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "upgrade");
    private static final List<String> OF_THE_WAY = List.of(
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "x-forwarded-proto",
            "x-forwarded-ssl",
            "x-real-ip");
    private static final List<String> FRAMING = List.of("content-length", "transfer-encoding", "content-type", "host");

    private Headers() {}

    /** Cleans what goes to a service and says which way it came. */
    static void clean(MultiMap headers, HttpServerRequest from) {
        var host = from.authority() == null ? null : from.authority().toString();
        dropThoseOfOneConnection(headers);
        OF_THE_WAY.forEach(headers::remove);
        headers.remove("cookie");
        headers.set("x-forwarded-for", from.remoteAddress().hostAddress());
        headers.set("x-forwarded-proto", from.isSSL() ? "https" : "http");
        if (host != null) {
            headers.set("x-forwarded-host", host);
        }
    }

    /** Cleans what goes back to the client. */
    static void dropThoseOfOneConnection(MultiMap headers) {
        for (var listed : headers.getAll("connection")) {
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
