package anchorage.desk.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A gateway and an identity provider that answer what they are told to, and remember what they were sent. */
final class StandIn implements AutoCloseable {

    /** @param seen method and path */
    record Asked(String seen, Map<String, List<String>> headers, String body) {}

    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();

    StandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::answer);
        server.start();
        answers("GET /v1", 200, "{\"links\":{\"token\":\"" + address() + "/token\"}}");
        answers("POST /token", 200, "{\"access_token\":\"one\",\"expires_in\":300}");
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Answers so from now on; told several times, in that order, and the last for good. */
    StandIn answers(String what, int status, String body) {
        answers.computeIfAbsent(what, first -> new ArrayDeque<>()).add(new Answer(status, body));
        return this;
    }

    /** Answers so instead of what it was told. */
    StandIn insteadAnswers(String what, int status, String body) {
        answers.remove(what);
        return answers(what, status, body);
    }

    List<Asked> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add(new Asked(
                what,
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        var told = answers.getOrDefault(what, new ArrayDeque<>(List.of(new Answer(404, "{\"title\":\"Not found\"}"))));
        var next = told.size() > 1 ? told.poll() : told.peek();
        var body = next.body.getBytes(UTF_8);
        exchange.sendResponseHeaders(next.status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
