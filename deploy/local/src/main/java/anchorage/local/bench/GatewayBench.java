package anchorage.local.bench;

import anchorage.desk.Api;
import anchorage.local.Anchoring;
import anchorage.local.Stack;
import anchorage.local.part.PartFailed;
import anchorage.local.part.Resident;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The gateway against nginx, each before the same service, alternating: small answers (requests a second, and the
 * median time of an answer, both with wrk), and uploads. Tokens are verified by the gateway and the service, and by the
 * service alone behind nginx. An upload is begun with a body and deleted again, so that nothing is read of it.
 */
final class GatewayBench {

    private static final String ANCHOR = "demo-bench";
    private static final int PAIRS = Integer.getInteger("bench.pairs", 7);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 5);
    private static final int WARMING = Integer.getInteger("bench.warming", 4);
    private static final long UPLOAD = Long.getLong("bench.bytes", 2_500_000_000L);
    private static final int UPLOADS = 3;
    private static final Map<String, String> BEGINS = Map.of("Content-Type", "text/csv", "Upload-Complete", "?0");

    private final Stack stack;
    private final Api api;
    private final Nginx nginx;

    GatewayBench(Stack stack, Api api) {
        this.stack = stack;
        this.api = api;
        this.nginx = new Nginx(stack.home(), 8089, 8081);
    }

    /** One pair of runs of small requests: requests a second, and the median answer in milliseconds. */
    record Pair(Wrk.Load ours, Wrk.Load nginx, Wrk.Load direct) {

        double rate() {
            return ours.perSecond() / nginx.perSecond();
        }

        /** How many times what nginx adds to the service's own median. */
        double added() {
            return (ours.median() - direct.median()) / Math.max(0.001, nginx.median() - direct.median());
        }
    }

    /** One pair of uploads, in megabytes a second. */
    record Upload(double ours, double nginx) {

        double ratio() {
            return ours / nginx;
        }
    }

    /** What was measured. Ratios are medians of the paired ones; memory is what the gateway grew by in all uploads. */
    public record Result(
            String work,
            List<Pair> pairs,
            List<Upload> uploads,
            double rate,
            double worstRate,
            double added,
            double upload,
            long grownMegabytes)
            implements Bench.Result {

        @Override
        public String table() {
            var table = new StringBuilder("gateway, small answers\n"
                    + "  pair     ours/s   nginx/s     ratio   ours ms  nginx ms  service ms\n");
            for (int at = 0; at < pairs.size(); at++) {
                var pair = pairs.get(at);
                table.append("  %-6d %8.0f %9.0f %9.2f %9.2f %9.2f %11.2f%n"
                        .formatted(
                                at + 1,
                                pair.ours.perSecond(),
                                pair.nginx.perSecond(),
                                pair.rate(),
                                pair.ours.median(),
                                pair.nginx.median(),
                                pair.direct.median()));
            }
            table.append("  median of ratios %.2f (worst %.2f, goal 0.60); added median %.2f times nginx's (goal 2)%n"
                    .formatted(rate, worstRate, added));
            table.append("uploads of ")
                    .append(UPLOAD / 1_000_000)
                    .append(" MB\n  pair    ours MB/s nginx MB/s  ratio\n");
            for (int at = 0; at < uploads.size(); at++) {
                var pair = uploads.get(at);
                table.append("  %-6d %9.0f %9.0f %9.2f%n".formatted(at + 1, pair.ours, pair.nginx, pair.ratio()));
            }
            return table
                    + "  median of ratios %.2f (goal 0.50); the gateway grew by %d MB (goal 32)"
                            .formatted(upload, grownMegabytes);
        }
    }

    Result run() throws IOException {
        new Anchoring(api, stack.secrets())
                .put(ANCHOR, Map.of("name", "Benchmark (demonstration)", "kind", "OTHER", "homePlace", "E08000003"));
        api.put("publisher-" + ANCHOR, "/v1/anchors/" + ANCHOR + "/feeds/door", Map.of("title", "Door"));
        var folder = Files.createTempDirectory("anchorage-bench");
        nginx.start(folder);
        try {
            var pairs = new ArrayList<Pair>();
            // Services run for weeks; a fresh virtual machine still compiles.
            for (int warming = 0; warming < WARMING; warming++) {
                pair();
            }
            for (int number = 0; number < PAIRS; number++) {
                pairs.add(pair());
            }
            var file = zeroes(folder);
            uploaded(stack.home().gateway(), file);
            long before = resident();
            var uploads = new ArrayList<Upload>();
            for (int number = 0; number < UPLOADS; number++) {
                uploads.add(new Upload(uploaded(stack.home().gateway(), file), uploaded(nginx.address(), file)));
            }
            return new Result(
                    "gateway",
                    pairs,
                    uploads,
                    median(pairs, Pair::rate),
                    pairs.stream().mapToDouble(Pair::rate).min().orElse(Double.NaN),
                    median(pairs, Pair::added),
                    median(uploads, Upload::ratio),
                    resident() - before);
        } finally {
            nginx.stop();
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private Pair pair() throws IOException {
        var token = api.token("analyst-demo");
        var path = "/v1/mapping-presets";
        return new Pair(
                Wrk.run(stack.home().gateway() + path, token, SECONDS),
                Wrk.run(nginx.address() + path, token, SECONDS),
                Wrk.run("http://127.0.0.1:" + stack.home().port(8081) + path, token, SECONDS));
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

    private static Path zeroes(Path folder) throws IOException {
        var file = folder.resolve("upload.csv");
        try (var bytes = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(UPLOAD);
        }
        return file;
    }

    /** Megabytes of the gateway in memory. */
    private long resident() {
        return Resident.now(stack.parts().get("gateway").process().orElseThrow());
    }

    private static <T> double median(List<T> pairs, ToDoubleFunction<T> of) {
        var sorted = pairs.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
