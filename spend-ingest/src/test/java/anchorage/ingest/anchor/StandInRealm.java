package anchorage.ingest.anchor;

import static java.nio.charset.StandardCharsets.UTF_8;

import anchorage.ingest.IngestSettings;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * A realm that keeps clients' secrets as Keycloak 26.7 does, with its preview {@code client-secret-rotation} and a
 * policy for marked clients, or without. The journeys hold the same against the real one.
 */
final class StandInRealm implements AutoCloseable, IngestSettings.IdentityProvider {

    static final long FORMER_ENDS_AT = 1_795_000_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final boolean keepsFormerSecrets;
    private final Map<String, ObjectNode> clients = new HashMap<>();
    private int secrets;

    StandInRealm(boolean keepsFormerSecrets) throws IOException {
        this.keepsFormerSecrets = keepsFormerSecrets;
        server.createContext("/", this::answer);
        server.start();
    }

    /** Whether the client would be given a token for the secret. */
    boolean lets(String client, String secret) {
        var known = clients.get(client);
        return known.path("clientAuthenticatorType").asText("client-secret").equals("client-secret")
                && (secret.equals(known.path("secret").asText())
                        || secret.equals(
                                known.at("/attributes/client.secret.rotated").asText()));
    }

    /** Makes a client as they were before they were marked. */
    void makeUnmarked(String client) {
        clients.put(client, JSON.createObjectNode().put("id", client).put("clientId", client));
    }

    @Override
    public URI adminUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public URI tokenUrl() {
        return adminUrl().resolve("/token");
    }

    @Override
    public String client() {
        return "spend-ingest";
    }

    @Override
    public String secret() {
        return "of-this-run";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var path = exchange.getRequestURI().getPath();
        var asked = exchange.getRequestMethod() + " " + path.replaceFirst("/clients/[^/]+", "/clients/x");
        var client = path.startsWith("/clients/") ? clients.get(path.split("/")[2]) : null;
        switch (asked) {
            case "POST /token" -> send(exchange, 200, Map.of("access_token", "for-the-service"));
            case "GET /clients" -> {
                var found = clients.get(exchange.getRequestURI().getQuery().substring("clientId=".length()));
                send(exchange, 200, found == null ? new Object[0] : new Object[] {found});
            }
            case "POST /clients" -> {
                var made = (ObjectNode) JSON.readTree(body);
                var name = made.get("clientId").asText();
                clients.put(name, made.put("id", name));
                send(exchange, 201, Map.of());
            }
            case "GET /clients/x" -> send(exchange, 200, client);
            case "PUT /clients/x" -> {
                var put = (ObjectNode) JSON.readTree(body);
                clients.put(put.get("clientId").asText(), put);
                send(exchange, 204, "");
            }
            case "POST /clients/x/client-secret" -> send(exchange, 200, Map.of("value", rotated(client)));
            case "GET /clients/x/client-secret/rotated" ->
                send(exchange, client.at("/attributes/client.secret.rotated").isTextual() ? 200 : 404, Map.of());
            case "DELETE /clients/x/client-secret/rotated" -> {
                client.withObject("/attributes").remove("client.secret.rotated");
                send(exchange, 204, "");
            }
            case "GET /clients/x/service-account-user", "GET /roles/anchor-publisher" ->
                send(exchange, 200, Map.of("id", "x"));
            default -> send(exchange, 204, "");
        }
    }

    private String rotated(ObjectNode client) {
        var attributes = client.withObject("/attributes");
        if (keepsFormerSecrets && attributes.path("anchorage.publisher").asBoolean() && client.has("secret")) {
            attributes.put("client.secret.rotated", client.get("secret").asText());
            attributes.put("client.secret.rotated.expiration.time", String.valueOf(FORMER_ENDS_AT));
        }
        secrets++;
        client.put("secret", "secret-" + secrets);
        return "secret-" + secrets;
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = status == 204 ? "".getBytes(UTF_8) : JSON.writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
