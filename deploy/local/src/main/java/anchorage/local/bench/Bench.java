package anchorage.local.bench;

import anchorage.local.Home;
import anchorage.local.Stack;
import anchorage.local.part.PartFailed;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The benchmarks. They run in an installation of their own, so that what they push is in nobody's figures. */
public final class Bench {

    private static final int PORTS_APART = 2000;
    private static final List<String> KNOWN = List.of("ingest", "query", "resolve", "gateway");

    private final Home home;

    public Bench(Home home) {
        this.home = home;
    }

    /** What a benchmark found. */
    interface Result {

        /** For people. */
        String table();
    }

    /** Runs the named benchmarks, or all there are; prints a table, and writes JSON where asked. */
    public void run(List<String> names, Optional<Path> json) throws IOException {
        for (var name : names) {
            if (!KNOWN.contains(name)) {
                throw new PartFailed("there is no benchmark '" + name + "'; there are: " + String.join(", ", KNOWN));
            }
        }
        var stack = new Stack(new Home(
                home.root(),
                home.data().resolveSibling(home.data().getFileName() + "-bench"),
                home.portOffset() + PORTS_APART));
        try {
            // What a single client may ask for in ten seconds is no measure of the gateway.
            stack.set(
                    "gateway",
                    Map.of(
                            "GATEWAY_LIMITS_CLIENT", "1000000000",
                            "GATEWAY_LIMITS_ANCHOR", "1000000000",
                            "GATEWAY_LIMITS_AT_ONCE", "1000"));
            stack.start(part -> System.err.println("starting " + part));
            var api = stack.api(stack.home().gateway());
            var results = new ArrayList<Result>();
            for (var name : names.isEmpty() ? KNOWN : names) {
                var result =
                        switch (name) {
                            case "ingest" -> new IngestBench(stack, api).run();
                            case "query" -> new QueryBench(stack, api).run();
                            case "resolve" -> new ResolveBench(stack, api).run();
                            default -> new GatewayBench(stack, api).run();
                        };
                System.out.println(result.table());
                results.add(result);
            }
            if (json.isPresent()) {
                Files.writeString(
                        json.get(),
                        new ObjectMapper()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(results.size() == 1 ? results.get(0) : results));
            }
        } finally {
            stack.stop(part -> System.err.println("stopping " + part));
        }
    }
}
