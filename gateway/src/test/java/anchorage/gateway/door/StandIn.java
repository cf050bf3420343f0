package anchorage.gateway.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import anchorage.testsupport.Tokens;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** Stands in the services' place and says which way it was asked; the gateway's quotas are small beside it. */
public class StandIn implements QuarkusTestResourceLifecycleManager {

    private HttpServer service;

    @Override
    public Map<String, String> start() {
        try {
            service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        service.createContext("/", exchange -> {
            var way = exchange.getRequestHeaders().getFirst("X-Forwarded-For");
            var said = ("{\"path\":\"" + exchange.getRequestURI() + "\",\"from\":\"" + way + "\"}").getBytes(UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        service.start();
        var address = "http://127.0.0.1:" + service.getAddress().getPort();
        return Map.of(
                "quarkus.oidc.public-key", Tokens.publicKey(),
                "quarkus.http.test-port", "0",
                "quarkus.management.test-port", "0",
                "gateway.limits.window", "1h",
                "gateway.limits.client", "3",
                "gateway.limits.address", "3",
                "gateway.origins.spend-ingest", address,
                "gateway.origins.supplier-registry", address,
                "gateway.origins.insight-service", "http://127.0.0.1:1");
    }

    @Override
    public void stop() {
        service.stop(0);
    }
}
