package anchorage.ingest.anchor;

import static anchorage.ingest.anchor.RealmAdministration.encoded;

import anchorage.ingest.anchor.RealmAdministration.Access;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The client of each anchor at the identity provider, with which the anchor pushes. Its tokens carry the anchor's id,
 * the role of a publisher, and the audiences of the services; we keep no secret of it.
 */
@ApplicationScoped
public class PublisherClients {

    private static final List<String> AUDIENCES =
            List.of("gateway", "spend-ingest", "supplier-registry", "insight-service");
    private static final String ROLE = "anchor-publisher";

    private final RealmAdministration realm;

    PublisherClients(RealmAdministration realm) {
        this.realm = realm;
    }

    /** The name of an anchor's client. */
    public static String nameFor(String anchor) {
        return "publisher-" + anchor;
    }

    /** Makes the anchor's client and gives it its role, unless that is done already. */
    public void provision(String anchor) {
        provision(realm.open(), anchor);
    }

    /** Gives the anchor's client a new secret, which ends the old one, and answers it. */
    public String rotate(String anchor) {
        var access = realm.open();
        var client = provisioned(access, anchor);
        authenticate(access, client, "client-secret", Map.of());
        return access.ask(client + "/client-secret", Map.of()).get("value").asText();
    }

    /** Lets the anchor's client prove itself by any of these keys, and no more by its secret. */
    public void useKeys(String anchor, List<PublisherKey> keys) {
        keys.stream().filter(key -> !key.isFit()).findFirst().ifPresent(key -> {
            throw new UnfitKey(key.kid());
        });
        var access = realm.open();
        authenticate(
                access,
                provisioned(access, anchor),
                "client-jwt",
                Map.of("use.jwks.string", "true", "jwks.string", realm.written(Map.of("keys", keys))));
    }

    private static void authenticate(Access access, String client, String method, Map<String, String> attributes) {
        var described = (ObjectNode) access.read(client);
        described.put("clientAuthenticatorType", method);
        attributes.forEach(described.withObject("/attributes")::put);
        access.send("PUT", client, described, 204);
    }

    private static String provisioned(Access access, String anchor) {
        return find(access, anchor).orElseGet(() -> provision(access, anchor));
    }

    private static String provision(Access access, String anchor) {
        var client = find(access, anchor).orElseGet(() -> {
            access.send("POST", "/clients", description(anchor), 201, 409);
            return find(access, anchor)
                    .orElseThrow(() -> new IdentityProviderFailed("it does not know the client it has made", null));
        });
        var user = access.read(client + "/service-account-user").get("id").asText();
        var role = access.read("/roles/" + ROLE).get("id").asText();
        access.send("POST", "/users/" + user + "/role-mappings/realm", List.of(Map.of("id", role, "name", ROLE)), 204);
        return client;
    }

    /** The client's path. */
    private static Optional<String> find(Access access, String anchor) {
        var found = access.read("/clients?clientId=" + encoded(nameFor(anchor)));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of("/clients/" + found.get(0).get("id").asText());
    }

    private static Map<String, Object> description(String anchor) {
        var mappers = new ArrayList<Map<String, Object>>();
        for (var audience : AUDIENCES) {
            mappers.add(mapper(
                    "audience-" + audience,
                    "oidc-audience-mapper",
                    Map.of("included.client.audience", audience, "access.token.claim", "true")));
        }
        mappers.add(mapper(
                "anchor",
                "oidc-hardcoded-claim-mapper",
                Map.of(
                        "claim.name", "anchor",
                        "claim.value", anchor,
                        "jsonType.label", "String",
                        "access.token.claim", "true")));
        return Map.of(
                "clientId", nameFor(anchor),
                "name", "Publisher of " + anchor,
                "enabled", true,
                "publicClient", false,
                "standardFlowEnabled", false,
                "directAccessGrantsEnabled", false,
                "serviceAccountsEnabled", true,
                "protocolMappers", mappers);
    }

    private static Map<String, Object> mapper(String name, String type, Map<String, String> settings) {
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", type, "config", settings);
    }
}
