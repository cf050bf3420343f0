package anchorage.journey;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.desk.Api;
import anchorage.local.Anchoring;
import anchorage.local.part.Pause;
import anchorage.testsupport.MutatedFiles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Damaged files pushed through the door: each comes to its end, every row of it accounted for, and nothing fails on our
 * side. The system properties {@code anchorage.pushes} and {@code anchorage.pushes.first} set how many, and from which on.
 */
@ExtendWith(Whole.class)
class MutatedPushesIT {

    private static final int PUSHES = Integer.getInteger("anchorage.pushes", 120);
    private static final int FIRST = Integer.getInteger("anchorage.pushes.first", 0);
    private static final int ANCHORS = 8;
    private static final int SAY_EVERY = 1000;
    private static final long BUDGET_SECONDS = 60;
    private static final long MOST_MEGABYTES = 800;

    private final ObjectMapper json = new ObjectMapper();
    private final MutatedFiles files = new MutatedFiles();
    private final Api api = Whole.api();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> outcomes = new ConcurrentSkipListMap<>();
    private final AtomicInteger next = new AtomicInteger(FIRST);
    private final AtomicLong slowest = new AtomicLong();

    @Test
    void bringsEachToAnEndWithEveryRowAccountedFor() throws Exception {
        // Given
        IntStream.range(0, ANCHORS).forEach(this::anchor);
        long begun = System.nanoTime();

        // When
        try (var memory = new MemoryWatch(Whole.stack(), "spend-ingest", 9081)) {
            pushAll();

            // Then
            var seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
            System.out.printf(
                    "%d damaged files in %d s: %s; slowest %d ms; spend-ingest at most %d MB resident, live heap by "
                            + "quarter %s MB%n",
                    PUSHES, seconds, outcomes, slowest.get(), memory.peak(), memory.liveHeapByQuarter());
            assertThat(faults).isEmpty();
            assertThat(memory.peak()).isBetween(1L, MOST_MEGABYTES);
            var live = memory.liveHeapByQuarter();
            assertThat(live.get(3)).isLessThanOrEqualTo(live.get(1) + 100);
        }
    }

    private void pushAll() throws InterruptedException, ExecutionException {
        var workers = Executors.newFixedThreadPool(ANCHORS);
        var ends = IntStream.range(0, ANCHORS)
                .<Future<?>>mapToObj(anchor -> workers.submit(() -> pushAs(anchor)))
                .toList();
        for (var end : ends) {
            end.get();
        }
        workers.shutdown();
    }

    private void pushAs(int anchor) {
        for (int number = next.getAndIncrement(); number < FIRST + PUSHES; number = next.getAndIncrement()) {
            long begun = System.nanoTime();
            try {
                push(anchor, number);
            } catch (IOException | RuntimeException failure) {
                faults.add("file " + number + ": " + failure);
            }
            long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            slowest.accumulateAndGet(millis, Math::max);
            if (millis > BUDGET_SECONDS * 1000) {
                faults.add("file " + number + " took " + millis + " ms");
            }
            if (number % SAY_EVERY == SAY_EVERY - 1) {
                System.out.println((number + 1) + " pushed: " + outcomes + ", faults: " + faults.size());
            }
        }
    }

    private void push(int anchor, int number) throws IOException {
        var answer = sent(anchor, feed(anchor, number), files.file(number));
        if (answer.statusCode() != 202) {
            count("HTTP " + answer.statusCode());
            if (answer.statusCode() >= 500) {
                faults.add("file " + number + ": " + answer.statusCode() + " " + answer.body());
            }
            return;
        }
        var delivery = followed(json.readTree(answer.body()).get("id").asText());
        count(delivery.get("state").asText());
        var counts = delivery.get("counts");
        long parts = counts.get("accepted").asLong()
                + counts.get("refused").asLong()
                + counts.get("blank").asLong()
                + counts.get("excluded").asLong();
        if (counts.get("read").asLong() != parts) {
            faults.add("file " + number + ": rows are missing from " + counts);
        }
        boolean isApplied = delivery.get("state").asText().equals("APPLIED");
        if (isApplied
                && delivery.at("/applied/lines").asLong()
                        != counts.get("accepted").asLong()) {
            faults.add("file " + number + ": the ledger holds " + delivery.get("applied") + " of " + counts);
        }
        if (!isApplied && delivery.at("/refused/detail").asText().isBlank()) {
            faults.add("file " + number + " was refused without a sentence");
        }
    }

    /** A feed of its own for each, so that the mapping of one does not decide how the next is read. */
    private String feed(int anchor, int number) {
        var feed = "/v1/anchors/" + name(anchor) + "/feeds/damaged-" + number;
        api.put(publisher(anchor), feed, Map.of("title", "Damaged"));
        return feed;
    }

    private HttpResponse<String> sent(int anchor, String feed, byte[] file) {
        while (true) {
            var answer = api.send(
                    publisher(anchor),
                    "POST",
                    feed + "/deliveries",
                    BodyPublishers.ofByteArray(file),
                    Map.of("Content-Type", "application/octet-stream"));
            if (answer.statusCode() != 429 && answer.statusCode() != 503) {
                return answer;
            }
            count("asked to wait");
            Pause.millis(1000 * answer.headers().firstValueAsLong("Retry-After").orElse(1));
        }
    }

    private JsonNode followed(String delivery) {
        long pause = 20;
        for (long waited = 0; waited < 2 * BUDGET_SECONDS * 1000; waited += pause) {
            var now = api.get("admin-cli-demo", "/v1/deliveries/" + delivery);
            var state = now.get("state").asText();
            if (state.equals("APPLIED") || state.equals("REFUSED")) {
                return now;
            }
            pause = Math.min(500, pause * 2);
            Pause.millis(pause);
        }
        throw new IllegalStateException("delivery " + delivery + " does not end");
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private void anchor(int number) {
        new Anchoring(api, Whole.stack().secrets())
                .put(name(number), Map.of("name", name(number), "kind", "LOCAL_AUTHORITY", "homePlace", "E08000009"));
    }

    private static String name(int anchor) {
        return "mutated-" + anchor;
    }

    private static String publisher(int anchor) {
        return "publisher-" + name(anchor);
    }
}
