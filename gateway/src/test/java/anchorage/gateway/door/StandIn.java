package anchorage.gateway.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import anchorage.testsupport.Tokens;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands in the services' place and says which way it was asked; the gateway's quotas are small beside it. */
public class StandIn implements QuarkusTestResourceLifecycleManager {

    /** Where an answer is begun, and not ended before {@link #LET_GO} is asked. */
    static final String HELD = "/v1/anchors/held";

    static final String LET_GO = "/v1/anchors/let-go";

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Queue<HttpExchange> held = new ConcurrentLinkedQueue<>();

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
            var headers = exchange.getRequestHeaders();
            var said = ("{\"path\":\"" + exchange.getRequestURI() + "\",\"from\":\"" + way + "\",\"token\":\""
                            + headers.getFirst("Authorization") + "\",\"cookie\":" + headers.containsKey("Cookie")
                            + "}")
                    .getBytes(UTF_8);
            exchange.getRequestBody().readAllBytes();
            var path = exchange.getRequestURI().getPath();
            if (path.startsWith(HELD)) {
                hold(exchange);
                return;
            }
            if (path.equals(LET_GO)) {
                letGo();
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        service.setExecutor(executor);
        service.start();
        var address = "http://127.0.0.1:" + service.getAddress().getPort();
        return Map.ofEntries(
                Map.entry("quarkus.oidc.public-key", Tokens.publicKey()),
                // Nobody signs in where there is no identity provider; the journeys have one.
                Map.entry("quarkus.oidc.portal.tenant-enabled", "false"),
                Map.entry("gateway.people.realm", "http://127.0.0.1:1"),
                Map.entry("gateway.people.secret", "of-this-run"),
                Map.entry("gateway.site", "https://spend.example.org"),
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("quarkus.management.test-port", "0"),
                Map.entry("gateway.limits.window", "1h"),
                Map.entry("gateway.limits.client", "3"),
                Map.entry("gateway.limits.address", "3"),
                Map.entry("gateway.limits.at-once", "2"),
                Map.entry("gateway.origins.spend-ingest", address),
                Map.entry("gateway.origins.supplier-registry", address),
                Map.entry("gateway.origins.insight-service", "http://127.0.0.1:1"));
    }

    @Override
    public void stop() {
        service.stop(0);
        executor.shutdownNow();
    }

    private void hold(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write("begun".getBytes(UTF_8));
        exchange.getResponseBody().flush();
        held.add(exchange);
    }

    private void letGo() {
        for (var exchange = held.poll(); exchange != null; exchange = held.poll()) {
            exchange.close();
        }
    }
}
