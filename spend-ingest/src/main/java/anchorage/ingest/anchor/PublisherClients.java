package anchorage.ingest.anchor;

import anchorage.ingest.IngestSettings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The client of each anchor at the identity provider, with which the anchor pushes. Its tokens carry the anchor's id,
 * the role of a publisher, and the audiences of the services; we keep no secret of it.
 */
@ApplicationScoped
public class PublisherClients {

    private static final List<String> AUDIENCES =
            List.of("gateway", "spend-ingest", "supplier-registry", "insight-service");
    private static final String ROLE = "anchor-publisher";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final IngestSettings.IdentityProvider provider;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    PublisherClients(IngestSettings settings, ObjectMapper json) {
        this.provider = settings.identity();
        this.json = json;
    }

    /** The name of an anchor's client. */
    public static String nameFor(String anchor) {
        return "publisher-" + anchor;
    }

    /** Makes the anchor's client and gives it its role, unless that is done already. */
    public void provision(String anchor) {
        var token = token();
        var client = find(token, anchor);
        if (client == null) {
            expect(send(token, "POST", "/clients", description(anchor)), 201, 409);
            client = find(token, anchor);
        }
        var user = body(send(token, "GET", "/clients/" + client + "/service-account-user", null))
                .get("id")
                .asText();
        var role = body(send(token, "GET", "/roles/" + ROLE, null));
        expect(
                send(
                        token,
                        "POST",
                        "/users/" + user + "/role-mappings/realm",
                        List.of(Map.of("id", role.get("id").asText(), "name", ROLE))),
                204);
    }

    /** Gives the anchor's client a new secret, which ends the old one, and answers it. */
    public String rotate(String anchor) {
        var token = token();
        var client = find(token, anchor);
        if (client == null) {
            provision(anchor);
            client = find(token, anchor);
        }
        authenticate(token, client, "client-secret", Map.of());
        return body(send(token, "POST", "/clients/" + client + "/client-secret", Map.of()))
                .get("value")
                .asText();
    }

    /** Lets the anchor's client prove itself by any of these keys, and no more by its secret. */
    public void useKeys(String anchor, List<PublisherKey> keys) {
        keys.stream().filter(key -> !key.isFit()).findFirst().ifPresent(key -> {
            throw new UnfitKey(key.kid());
        });
        var token = token();
        if (find(token, anchor) == null) {
            provision(anchor);
        }
        authenticate(
                token,
                find(token, anchor),
                "client-jwt",
                Map.of("use.jwks.string", "true", "jwks.string", written(Map.of("keys", keys))));
    }

    private void authenticate(String token, String client, String method, Map<String, String> attributes) {
        var described = (ObjectNode) body(send(token, "GET", "/clients/" + client, null));
        described.put("clientAuthenticatorType", method);
        attributes.forEach(described.withObject("/attributes")::put);
        expect(send(token, "PUT", "/clients/" + client, described), 204);
    }

    private String find(String token, String anchor) {
        var found = body(send(token, "GET", "/clients?clientId=" + encoded(nameFor(anchor)), null));
        return found.isEmpty() ? null : found.get(0).get("id").asText();
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

    private String token() {
        var form = "grant_type=client_credentials&client_id=" + encoded(provider.client()) + "&client_secret="
                + encoded(provider.secret());
        var request = HttpRequest.newBuilder(provider.tokenUrl())
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return body(send(request)).get("access_token").asText();
    }

    private HttpResponse<String> send(String token, String method, String path, Object body) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(written(body));
        return send(HttpRequest.newBuilder(URI.create(provider.adminUrl() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build());
    }

    private String written(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IdentityProviderFailed("it does not answer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IdentityProviderFailed("the request was interrupted", interrupted);
        }
    }

    private JsonNode body(HttpResponse<String> response) {
        expect(response, 200);
        try {
            return json.readTree(response.body());
        } catch (JsonProcessingException failure) {
            throw new IdentityProviderFailed("its answer is not JSON", failure);
        }
    }

    private static void expect(HttpResponse<String> response, int... statuses) {
        for (var status : statuses) {
            if (response.statusCode() == status) {
                return;
            }
        }
        throw new IdentityProviderFailed(
                "it answered " + response.statusCode() + " to "
                        + response.request().method() + " "
                        + response.request().uri().getPath(),
                null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
