package anchorage.gateway.portal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** What every site is expected to say of itself at the same place: of its APIs, and of whom to tell of a weakness. */
final class WellKnown {

    /** RFC 9116, section 2.5.5: less than a year ahead, so that an abandoned site stops saying so. */
    private static final Duration VALID = Duration.ofDays(180);

    private WellKnown() {}

    /** The catalogue of APIs of RFC 9727, as a linkset (RFC 9264). */
    static Map<String, Object> apiCatalog(URI site) {
        return Map.of(
                "linkset",
                List.of(Map.of(
                        "anchor", at(site, "/v1"),
                        "service-desc",
                                List.of(
                                        link(site, "/openapi.json", "application/json"),
                                        link(site, "/openapi.yaml", "application/yaml")),
                        "service-doc", List.of(link(site, "/docs", "text/html")))));
    }

    /** The file of RFC 9116. */
    static String securityTxt(URI site, URI contact, Clock clock) {
        var expires = Instant.now(clock).plus(VALID).truncatedTo(ChronoUnit.DAYS);
        return "Contact: " + contact + "\nExpires: " + expires + "\nPreferred-Languages: en\nCanonical: "
                + at(site, "/.well-known/security.txt") + "\n";
    }

    private static Map<String, String> link(URI site, String path, String type) {
        return Map.of("href", at(site, path), "type", type);
    }

    private static String at(URI site, String path) {
        return site.resolve(path).toString();
    }
}
