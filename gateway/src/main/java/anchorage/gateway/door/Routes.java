package anchorage.gateway.door;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which service answers which path. What is not listed here is not reached. */
final class Routes {

    private static final Route RECONCILIATION = Route.to("supplier-registry", "reconcile");

    private static final List<Route> ALL = List.of(
            Route.to("spend-ingest", "anchors"),
            Route.to("spend-ingest", "deliveries"),
            Route.to("spend-ingest", "uploads"),
            Route.to("spend-ingest", "mapping-presets"),
            Route.to("spend-ingest", "webhooks"),
            Route.to("supplier-registry", "suppliers"),
            Route.to("supplier-registry", "identifications"),
            Route.to("supplier-registry", "match"),
            RECONCILIATION,
            Route.to("supplier-registry", "alerts"),
            Route.to("supplier-registry", "registers"),
            Route.to("supplier-registry", "places"),
            Route.to("spend-ingest", "audit/spend-ingest"),
            Route.to("supplier-registry", "audit/supplier-registry"),
            Route.to("insight-service", "audit/insight-service"),
            Route.to("insight-service", "exports"),
            Route.to("insight-service", "insights"),
            Route.to("insight-service", "local-definitions"),
            Route.to("insight-service", "scope-rules"));

    /** Characters of RFC 3986 that our paths use; an escaped separator or dot could mean another path to the service. */
    private static final Pattern PLAIN = Pattern.compile("(?:/[A-Za-z0-9._~@:%+-]++)++/?");

    private static final Pattern ESCAPED_SEPARATOR =
            Pattern.compile("%(2e|2f|5c|00|3b|25|0d|0a)", Pattern.CASE_INSENSITIVE);

    private Routes() {}

    /** The service that answers the path, if one does. */
    static Optional<String> service(String path) {
        return ALL.stream()
                .filter(route -> route.answers(path))
                .map(Route::service)
                .findFirst();
    }

    /**
     * Whether a request on the path may come without a token. The service behind it decides then: reconciliation clients
     * send no token, but read a manifest first and carry a key in the address.
     */
    static boolean isOpen(String path) {
        return RECONCILIATION.answers(path);
    }

    /** Whether the answer takes long: a file of a whole ledger, or the events of a delivery until it has come to its end. */
    static boolean takesLong(String path) {
        return path.startsWith("/v1/exports/") || path.startsWith("/v1/deliveries/") && path.endsWith("/events");
    }

    /** Whether the path means one thing only, whoever reads it. */
    static boolean isUnambiguous(String path) {
        return PLAIN.matcher(path).matches()
                && !ESCAPED_SEPARATOR.matcher(path).find()
                && !path.contains("/../")
                && !path.contains("/./")
                && !path.endsWith("/..")
                && !path.endsWith("/.");
    }

    private record Route(String service, String root) {

        static Route to(String service, String resource) {
            return new Route(service, "/v1/" + resource);
        }

        boolean answers(String path) {
            return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
        }
    }
}
