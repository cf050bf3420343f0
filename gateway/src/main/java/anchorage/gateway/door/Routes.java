package anchorage.gateway.door;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which service answers which path. What is not listed here is not reached. */
final class Routes {

    private static final Route RECONCILIATION = new Route("supplier-registry", "reconcile");

    private static final List<Route> ALL = List.of(
            new Route("spend-ingest", "anchors"),
            new Route("spend-ingest", "deliveries"),
            new Route("spend-ingest", "uploads"),
            new Route("spend-ingest", "mapping-presets"),
            new Route("spend-ingest", "webhooks"),
            new Route("supplier-registry", "suppliers"),
            new Route("supplier-registry", "identifications"),
            new Route("supplier-registry", "match"),
            RECONCILIATION,
            new Route("supplier-registry", "alerts"),
            new Route("supplier-registry", "registers"),
            new Route("supplier-registry", "places"),
            new Route("spend-ingest", "audit/spend-ingest"),
            new Route("supplier-registry", "audit/supplier-registry"),
            new Route("insight-service", "audit/insight-service"),
            new Route("insight-service", "exports"),
            new Route("insight-service", "insights"),
            new Route("insight-service", "local-definitions"),
            new Route("insight-service", "scope-rules"));

    /** Characters of RFC 3986 that our paths use; an escaped separator or dot could mean another path to the service. */
    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9._~@:%+-]+)+/?");

    private static final Pattern ESCAPED_SEPARATOR = Pattern.compile("%(2e|2f|5c|00|3b|25|0d|0a)");

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
                && !ESCAPED_SEPARATOR.matcher(path.toLowerCase(Locale.ROOT)).find()
                && !path.contains("/../")
                && !path.contains("/./")
                && !path.endsWith("/..")
                && !path.endsWith("/.");
    }

    private record Route(String service, String resource) {
        boolean answers(String path) {
            var root = "/v1/" + resource;
            return path.equals(root) || path.startsWith(root + "/");
        }
    }
}
