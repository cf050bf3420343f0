package anchorage.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A realm of the real identity provider, as its administrator changes it. */
final class Realm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;
    private final String name;
    private final String password;

    /** @param root the identity provider's address */
    Realm(String root, String name, String password) {
        this.root = root;
        this.name = name;
        this.password = password;
    }

    /** Makes this realm, with the roles. */
    void make(List<String> roles) {
        var described = Map.of(
                "realm",
                name,
                "enabled",
                true,
                "sslRequired",
                "none",
                "roles",
                Map.of("realm", roles.stream().map(role -> Map.of("name", role)).toList()));
        assertThat(administer("POST", "/admin/realms", described).statusCode()).isEqualTo(201);
    }

    /**
     * Makes a client that gets tokens for itself, and answers one of its tokens.
     *
     * @param claims hard-coded claims of its tokens
     * @param seconds life of its tokens
     */
    String tokenOfNewClient(
            String client, String role, List<String> audiences, Map<String, String> claims, int seconds) {
        var mappers = new ArrayList<Map<String, Object>>();
        audiences.forEach(audience -> mappers.add(mapper(
                "audience-" + audience,
                "oidc-audience-mapper",
                Map.of("included.custom.audience", audience, "access.token.claim", "true"))));
        claims.forEach((claim, value) -> mappers.add(mapper(
                claim,
                "oidc-hardcoded-claim-mapper",
                Map.of(
                        "claim.name",
                        claim,
                        "claim.value",
                        value,
                        "jsonType.label",
                        "String",
                        "access.token.claim",
                        "true"))));
        var described = new HashMap<String, Object>(Map.of(
                "clientId",
                client,
                "secret",
                "of-this-run",
                "publicClient",
                false,
                "standardFlowEnabled",
                false,
                "serviceAccountsEnabled",
                true,
                "protocolMappers",
                mappers,
                "attributes",
                Map.of("access.token.lifespan", String.valueOf(seconds))));
        assertThat(administer("POST", admin("/clients"), described).statusCode())
                .as(client)
                .isEqualTo(201);
        var id = text(administer("GET", admin("/clients?clientId=" + client), null), "/0/id");
        var user = text(administer("GET", admin("/clients/" + id + "/service-account-user"), null), "/id");
        var found = tree(administer("GET", admin("/roles/" + role), null));
        assertThat(administer("POST", admin("/users/" + user + "/role-mappings/realm"), List.of(found))
                        .statusCode())
                .isEqualTo(204);
        return token(
                name, Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", "of-this-run"));
    }

    /** The client, as its administrators see it. */
    JsonNode client(String client) {
        return tree(administer("GET", admin("/clients?clientId=" + client), null))
                .get(0);
    }

    /** Changes attributes of the client. */
    void change(String client, Map<String, String> attributes) {
        var described = (ObjectNode) client(client);
        attributes.forEach(described.withObject("/attributes")::put);
        assertThat(administer("PUT", admin("/clients/" + described.get("id").asText()), described)
                        .statusCode())
                .isEqualTo(204);
    }

    private static Map<String, Object> mapper(String name, String type, Map<String, String> settings) {
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", type, "config", settings);
    }

    private String admin(String path) {
        return "/admin/realms/" + name + path;
    }

    private String token(String realm, Map<String, String> form) {
        var body = new ArrayList<String>();
        form.forEach((key, value) -> body.add(key + "=" + URLEncoder.encode(value, UTF_8)));
        return text(
                send(HttpRequest.newBuilder(URI.create(root + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(String.join("&", body)))
                        .build()),
                "/access_token");
    }

    private HttpResponse<String> administer(String method, String path, Object body) {
        var token = token(
                "master",
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", password));
        try {
            return send(HttpRequest.newBuilder(URI.create(root + path))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException("the identity provider does not answer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String text(HttpResponse<String> response, String pointer) {
        return tree(response).at(pointer).asText();
    }

    private static JsonNode tree(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        try {
            return JSON.readTree(response.body());
        } catch (IOException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
