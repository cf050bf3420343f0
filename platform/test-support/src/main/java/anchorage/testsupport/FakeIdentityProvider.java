package anchorage.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Answers the few requests that making a publisher's client needs, as Keycloak does. The journeys use a real Keycloak;
 * a service's own tests need only what it answers.
 */
final class FakeIdentityProvider {

    private final HttpServer server;

    FakeIdentityProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", FakeIdentityProvider::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var method = exchange.getRequestMethod();
        exchange.getRequestBody().readAllBytes();
        if (path.equals("/token")) {
            send(exchange, 200, "{\"access_token\":\"for-the-service\"}");
        } else if (path.equals("/clients") && method.equals("GET")) {
            send(exchange, 200, "[{\"id\":\"client-1\"}]");
        } else if (path.endsWith("/service-account-user")) {
            send(exchange, 200, "{\"id\":\"user-1\"}");
        } else if (path.startsWith("/roles/")) {
            send(exchange, 200, "{\"id\":\"role-1\"}");
        } else if (path.endsWith("/client-secret")) {
            send(exchange, 200, "{\"value\":\"shown-once\"}");
        } else if (path.equals("/clients/client-1")) {
            send(exchange, method.equals("GET") ? 200 : 204, method.equals("GET") ? "{\"id\":\"client-1\"}" : "");
        } else if (path.contains("/role-mappings/") || path.endsWith("/rotated") && method.equals("DELETE")) {
            send(exchange, 204, "");
        } else {
            send(exchange, 404, "{}");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
