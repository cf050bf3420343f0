package anchorage.local.bench;

import anchorage.desk.Api;
import anchorage.local.Anchoring;
import anchorage.local.Stack;
import anchorage.local.bench.GatewayResult.Pair;
import anchorage.local.part.PartFailed;
import anchorage.local.part.Resident;
import anchorage.local.part.Scratch;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;

/**
 * The gateway against nginx, each before the same service, alternating: small answers, over many connections at once and
 * over a single one, and uploads. Tokens are verified by the gateway and the service, and by the
 * service alone behind nginx. An upload is begun with a body and deleted again, so that nothing is read of it.
 */
final class GatewayBench {

    private static final String ANCHOR = "demo-bench";
    private static final int PAIRS = Integer.getInteger("bench.pairs", 7);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 5);
    private static final int WARMING = Integer.getInteger("bench.warming", 4);
    private static final long UPLOAD = Long.getLong("bench.bytes", 2_500_000_000L);
    private static final int UPLOADS = 3;
    /** Enough that something always waits, and one, so that nothing does. */
    private static final int BUSY = 16;

    private static final int ALONE = 1;
    private static final Map<String, String> BEGINS = Map.of("Content-Type", "text/csv", "Upload-Complete", "?0");

    private final Stack stack;
    private final Api api;
    private final Nginx nginx;

    GatewayBench(Stack stack, Api api) {
        this.stack = stack;
        this.api = api;
        this.nginx = new Nginx(stack.home(), 8089, 8081);
    }

    GatewayResult run() throws IOException {
        new Anchoring(api, stack.secrets())
                .put(ANCHOR, Map.of("name", "Benchmark (demonstration)", "kind", "OTHER", "homePlace", "E08000003"));
        api.put("publisher-" + ANCHOR, "/v1/anchors/" + ANCHOR + "/feeds/door", Map.of("title", "Door"));
        try (var scratch = Scratch.of("anchorage-bench")) {
            nginx.start(scratch.folder());
            try {
                return measured(zeroes(scratch.resolve("upload.csv")));
            } finally {
                nginx.stop();
            }
        }
    }

    private GatewayResult measured(Path file) throws IOException {
        // Services run for weeks; a fresh virtual machine still compiles.
        for (int warming = 0; warming < WARMING; warming++) {
            pair(BUSY);
        }
        var busy = new ArrayList<Pair>();
        var alone = new ArrayList<Pair>();
        for (int number = 0; number < PAIRS; number++) {
            busy.add(pair(BUSY));
            alone.add(pair(ALONE));
        }
        uploaded(stack.home().gateway(), file);
        long before = resident();
        var uploads = new ArrayList<GatewayResult.Upload>();
        for (int number = 0; number < UPLOADS; number++) {
            uploads.add(
                    new GatewayResult.Upload(uploaded(stack.home().gateway(), file), uploaded(nginx.address(), file)));
        }
        return new GatewayResult("gateway", busy, alone, UPLOAD / 1_000_000, uploads, resident() - before);
    }

    private Pair pair(int connections) throws IOException {
        var token = api.token("analyst-demo");
        var path = "/v1/mapping-presets";
        return new Pair(
                Wrk.run(stack.home().gateway() + path, token, connections, SECONDS),
                Wrk.run(nginx.address() + path, token, connections, SECONDS),
                Wrk.run("http://127.0.0.1:" + stack.home().port(8081) + path, token, connections, SECONDS));
    }

    /** Megabytes a second of an upload to an address. */
    private double uploaded(String address, Path file) throws IOException {
        var through = stack.api(address);
        var client = "publisher-" + ANCHOR;
        through.token(client);
        var began = Instant.now();
        HttpResponse<String> answer = through.send(
                client,
                "POST",
                "/v1/anchors/" + ANCHOR + "/feeds/door/deliveries",
                BodyPublishers.ofFile(file),
                BEGINS);
        var seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        if (answer.statusCode() != 201) {
            throw new PartFailed("the upload was answered " + answer.statusCode() + ": " + answer.body());
        }
        var location = answer.headers().firstValue("Location").orElseThrow();
        through.send(client, "DELETE", location.substring(location.indexOf("/v1/")), BodyPublishers.noBody(), Map.of());
        return Files.size(file) / 1e6 / seconds;
    }

    private static Path zeroes(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(UPLOAD);
        }
        return file;
    }

    /** Megabytes of the gateway in memory. */
    private long resident() {
        return Resident.now(stack.parts().get("gateway").process().orElseThrow());
    }
}
