package anchorage.ingest.anchor;

import static anchorage.ingest.anchor.RealmAdministration.encoded;

import anchorage.ingest.anchor.RealmAdministration.Access;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
    /** The attribute by which the realm's policy knows a publisher's client. */
    private static final String MARK = "anchorage.publisher";

    private static final String BY_SECRET = "client-secret";
    private static final String BY_KEYS = "client-jwt";
    private static final String FORMER = "/client-secret/rotated";

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

    /**
     * Gives the anchor's client a new secret. The one before it stays good for as long as the realm's policy has it, if it
     * was good: none from before the keys comes back to life, and none that was never told.
     */
    public PublisherSecret rotate(String anchor) {
        var access = realm.open();
        var client = provisioned(access, anchor);
        var described = access.read(client);
        if (!described.at("/attributes/" + MARK).asBoolean()) {
            // Made before there was a policy, which looks for the mark.
            change(access, client, authenticator(described), Map.of(MARK, "true"));
        }
        var secret = newSecret(access, client);
        if (authenticator(described).equals(BY_SECRET)) {
            return new PublisherSecret(secret, formerEndsAt(access, client));
        }
        access.delete(client + FORMER);
        change(access, client, BY_SECRET, Map.of());
        return new PublisherSecret(secret, Optional.empty());
    }

    /** Ends the secret before the present one, if it is still good. */
    public void endFormer(String anchor) {
        var access = realm.open();
        find(access, anchor).ifPresent(client -> access.delete(client + FORMER));
    }

    /** Lets the anchor's client prove itself by any of these keys, and no more by any secret. */
    public void useKeys(String anchor, List<PublisherKey> keys) {
        keys.stream().filter(key -> !key.isFit()).findFirst().ifPresent(key -> {
            throw new UnfitKey(key.kid());
        });
        var access = realm.open();
        var client = provisioned(access, anchor);
        change(
                access,
                client,
                BY_KEYS,
                Map.of("use.jwks.string", "true", "jwks.string", realm.written(Map.of("keys", keys))));
        access.delete(client + FORMER);
    }

    private static String newSecret(Access access, String client) {
        return access.ask(client + "/client-secret", Map.of()).get("value").asText();
    }

    /** A realm that keeps no former secret says that there is none. */
    private static Optional<Instant> formerEndsAt(Access access, String client) {
        return access.find(client + FORMER)
                .map(any -> access.read(client).at("/attributes/client.secret.rotated.expiration.time"))
                .map(seconds -> Instant.ofEpochSecond(seconds.asLong()));
    }

    private static String authenticator(JsonNode described) {
        return described.path("clientAuthenticatorType").asText(BY_SECRET);
    }

    private static void change(Access access, String client, String method, Map<String, String> attributes) {
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
                "clientId",
                nameFor(anchor),
                "name",
                "Publisher of " + anchor,
                "enabled",
                true,
                "publicClient",
                false,
                "standardFlowEnabled",
                false,
                "directAccessGrantsEnabled",
                false,
                "serviceAccountsEnabled",
                true,
                // Without a key, so that nothing opens it until a secret is asked for or keys are put.
                "clientAuthenticatorType",
                BY_KEYS,
                "attributes",
                Map.of(MARK, "true"),
                "protocolMappers",
                mappers);
    }

    private static Map<String, Object> mapper(String name, String type, Map<String, String> settings) {
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", type, "config", settings);
    }
}
