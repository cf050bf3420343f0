package anchorage.ingest.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server of somebody else's that receives notices, and answers as it is told to. */
public final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private volatile Answer answer = new Answer(204, Map.of(), "");

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::receive);
        server.start();
    }

    /** A request that came. */
    public record Received(String path, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What it answers. */
    public record Answer(int status, Map<String, String> headers, String body) {}

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?of=finance");
    }

    public void answers(int status, Map<String, String> headers, String body) {
        answer = new Answer(status, headers, body);
    }

    /** The next request, once it has come. */
    public Received next() throws InterruptedException {
        var next = received.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came within half a minute");
        }
        return next;
    }

    /** How many requests have come and were not asked for. */
    public int more() {
        return received.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        // Before it is known to have come, so that what is told to answer next is not answered this.
        var now = answer;
        received.add(new Received(exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body));
        now.headers.forEach(exchange.getResponseHeaders()::add);
        var bytes = now.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(now.status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
