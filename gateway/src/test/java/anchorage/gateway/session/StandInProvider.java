package anchorage.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in the identity provider's place: gives what the test says, and keeps what it was asked. */
final class StandInProvider implements AutoCloseable {

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String access = "";

    StandInProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath().replaceFirst(".*/", "") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var said = new JsonObject()
                    .put("access_token", access)
                    .put("refresh_token", "refresh-two")
                    .encode();
            exchange.sendResponseHeaders(status, said.length());
            exchange.getResponseBody().write(said.getBytes(UTF_8));
            exchange.close();
        });
        server.start();
    }

    URI realm() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/realms/city-region");
    }

    void gives(String token) {
        access = token;
    }

    void answers(int code) {
        status = code;
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
