package anchorage.journey;

import anchorage.local.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks every second at what a service holds in memory. */
final class MemoryWatch implements AutoCloseable {

    private static final Pattern HEAP = Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"[^}]*} ([0-9.E+]+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI metrics;
    private final Path status;
    private final List<Sample> samples = new ArrayList<>();
    private final Thread thread = new Thread(this::watch, "memory-watch");

    MemoryWatch(Stack stack, String service, int managementPort) {
        this.metrics = URI.create("http://127.0.0.1:" + stack.home().port(managementPort) + "/metrics");
        var process = stack.service(service).running().process().orElseThrow();
        this.status = Path.of("/proc", String.valueOf(process.pid()), "status");
        thread.start();
    }

    private record Sample(long resident, long heap) {}

    /** The most that the process held, in megabytes. */
    synchronized long peak() {
        return samples.stream().mapToLong(Sample::resident).max().orElse(0) >> 20;
    }

    /** The least that the heap held in each quarter of the time, in megabytes: what no collection could free. */
    synchronized List<Long> liveHeapByQuarter() {
        var quarters = new ArrayList<Long>();
        for (int quarter = 0; quarter < 4; quarter++) {
            quarters.add(samples.subList(samples.size() * quarter / 4, samples.size() * (quarter + 1) / 4).stream()
                            .mapToLong(Sample::heap)
                            .min()
                            .orElse(0)
                    >> 20);
        }
        return quarters;
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private void watch() {
        try {
            while (true) {
                var sample = new Sample(resident(), heap());
                synchronized (this) {
                    samples.add(sample);
                }
                Thread.sleep(1000);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            throw new IllegalStateException("the service is gone", gone);
        }
    }

    private long resident() throws IOException {
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        }
    }

    private long heap() throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString());
        return HEAP.matcher(answer.body())
                .results()
                .mapToLong(result -> (long) Double.parseDouble(result.group(1)))
                .sum();
    }
}
