package anchorage.desk.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line before a gateway that is told what to answer. */
final class Desk {

    static final String PUSH = "POST /v1/anchors/trafford/feeds/spend/deliveries";

    /** A delivery in a state. */
    static final String DELIVERY = """
            {"id":"d1","state":"%s","fileName":"ledger.csv","counts":{"read":3,"accepted":2,"refused":1,"blank":0,"excluded":0},
             "totals":{"net":"10.00","credits":"0.00","creditLines":0}}
            """;

    private final StandIn gateway = new StandIn();
    private final Path folder;

    Desk(Path folder) {
        this.folder = folder;
    }

    /** What a command said and how it ended. */
    record Said(int exit, String out, String err) {

        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(out);
        }
    }

    StandIn gateway() {
        return gateway;
    }

    /** Has the gateway take a push, and its delivery end so. */
    void pushEndsAs(String state) {
        gateway.answers("GET /v1/anchors/trafford/feeds/spend", 200, "{}")
                .answers(PUSH, 202, "{\"id\":\"d1\"}")
                .answers("GET /v1/deliveries/d1", 200, DELIVERY.formatted("READING"))
                .answers("GET /v1/deliveries/d1", 200, DELIVERY.formatted(state));
    }

    Path ledger(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "Date paid,Supplier name,Net amount\n");
    }

    /** The first request of that kind. */
    StandIn.Asked sent(String what) {
        return gateway.asked().stream()
                .filter(request -> request.seen().equals(what))
                .findFirst()
                .orElseThrow();
    }

    Map<String, String> environment() {
        return Map.of(
                "ANCHORAGE_GATEWAY", gateway.address() + "/",
                "ANCHORAGE_ANCHOR", "trafford",
                "ANCHORAGE_FEED", "spend",
                "ANCHORAGE_SECRET", "whisper");
    }

    Said push(String... words) {
        var all = new ArrayList<>(
                List.of("push", "--notes", folder.resolve("notes").toString()));
        all.addAll(List.of(words));
        return run(environment(), all.toArray(String[]::new));
    }

    Said run(Map<String, String> environment, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var exit = Main.run(
                List.of(words), environment, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        return new Said(exit, out.toString(UTF_8), err.toString(UTF_8));
    }
}
