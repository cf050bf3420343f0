package anchorage.journey;

import anchorage.desk.Api;
import anchorage.local.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everybody who comes to the door: those with roles, those of another anchor, and those with a token that is none. */
final class Callers {

    static final String OWN = "roles-own";
    static final String OTHER = "roles-other";

    private static final List<String> SERVICES =
            List.of("gateway", "spend-ingest", "supplier-registry", "insight-service");
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(1);
    /** What services grant a clock that goes wrong, and a second. */
    private static final Duration GRACE = Duration.ofSeconds(6);

    private final Map<String, String> roles = new LinkedHashMap<>();
    private final Map<String, String> others = new LinkedHashMap<>();
    private final Map<String, String> bad = new LinkedHashMap<>();
    private final Map<String, String> missingAudience = new LinkedHashMap<>();
    private final Instant allExpired;

    private Callers(Stack stack, Api api) throws IOException, GeneralSecurityException, InterruptedException {
        var keycloak = URI.create(stack.keycloak().realmUrl());
        var root = "http://" + keycloak.getAuthority();
        var realm = new Realm(root, "city-region", stack.secrets().of("keycloak-admin"));
        var admin = "platform-admin";

        bad.put("expired", realm.tokenOfNewClient("expired", admin, SERVICES, Map.of(), (int)
                SHORTEST_LIFE.toSeconds()));
        allExpired = Instant.now().plus(SHORTEST_LIFE).plus(GRACE);

        roles.put(admin, api.token("admin-cli-demo"));
        roles.put("register-steward", api.token("steward-demo"));
        roles.put("analyst", api.token("analyst-demo"));
        roles.put("anchor-publisher", api.token("publisher-" + OWN));
        roles.put("anchor-analyst", analystOf(realm, OWN));

        others.put("another anchor's publisher", api.token("publisher-" + OTHER));
        others.put("another anchor's analyst", analystOf(realm, OTHER));
        others.put(
                "a publisher of no anchor",
                realm.tokenOfNewClient("publisher-of-nobody", "anchor-publisher", SERVICES, Map.of(), 300));

        for (var service : SERVICES) {
            var audiences = SERVICES.stream()
                    .filter(audience -> !audience.equals(service))
                    .toList();
            missingAudience.put(service, realm.tokenOfNewClient("not-for-" + service, admin, audiences, Map.of(), 300));
        }

        var good = roles.get(admin);
        bad.put("no token", null);
        bad.put("no audience", realm.tokenOfNewClient("for-nobody", admin, List.of(), Map.of(), 300));
        bad.put("not the gateway's audience", missingAudience.get("gateway"));
        bad.put("alg=none", Forgery.unsigned(good));
        bad.put("another key", Forgery.signedByAnother(good));
        bad.put("the public key as a secret", Forgery.signedByThePublicKey(good, publicKey(stack)));
        var elsewhere = new Realm(root, "elsewhere", stack.secrets().of("keycloak-admin"));
        elsewhere.make(List.of(admin));
        bad.put("another realm", elsewhere.tokenOfNewClient("admin-cli-demo", admin, SERVICES, Map.of(), 300));
        bad.put("no JWT", "no.good.token");
    }

    static Callers of(Stack stack, Api api) throws IOException, GeneralSecurityException, InterruptedException {
        return new Callers(stack, api);
    }

    /** A token for each role; those of one anchor's are for {@link #OWN}. */
    Map<String, String> roles() {
        return roles;
    }

    /** Good tokens that are for nothing of {@link #OWN}'s. */
    Map<String, String> others() {
        return others;
    }

    /** What is no token, each of the role that may most. */
    Map<String, String> bad() throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), allExpired).toMillis()));
        return bad;
    }

    /** A platform-admin's token for everything but that service. */
    String notFor(String service) {
        return missingAudience.get(service);
    }

    private static String analystOf(Realm realm, String anchor) {
        return realm.tokenOfNewClient(
                "analyst-of-" + anchor, "anchor-analyst", SERVICES, Map.of("anchor", anchor), 300);
    }

    private static String publicKey(Stack stack) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(stack.keycloak().realmUrl()))
                                .build(),
                        BodyHandlers.ofString());
        return Whole.tree(answer.body()).get("public_key").asText();
    }
}
