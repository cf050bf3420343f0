package anchorage.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.contracts.Topics;
import anchorage.local.part.Pause;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One trace from a client's request to the ledger and back, through two services and Kafka. */
@ExtendWith(Whole.class)
class TraceIT {

    @TempDir
    static Path folder;

    @Test
    void leadsFromThePushToTheLedgersAnswer() throws IOException {
        // Given
        var ledger = Rochdale.given("traced", folder);
        var trace = newTrace();

        // When
        var delivery = push(ledger, trace);
        awaitApplied(delivery);

        // Then
        assertThat(tracesOf(Topics.DELIVERIES, delivery)).containsExactly(trace);
        assertThat(tracesOf(Topics.DELIVERIES_APPLIED, delivery)).containsExactly(trace);
        assertThat(audited("POST")).containsExactly(trace);
    }

    @Test
    void isNamedByEveryError() throws IOException {
        var trace = newTrace();

        var ofTheGateway = refused("/v1/nothing", trace);
        var ofAService = refused("/v1/deliveries/" + UUID.randomUUID(), trace);

        assertThat(ofTheGateway.get("traceId").asText()).isEqualTo(trace);
        assertThat(ofAService.get("traceId").asText()).isEqualTo(trace);
        assertThat(ofAService.get("type").asText()).isEqualTo("/problems/unknown-delivery");
    }

    private static String newTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static Map<String, String> within(String trace) {
        return Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01", "Content-Type", "text/csv");
    }

    private static String push(Path ledger, String trace) throws IOException {
        return Whole.api()
                .post(
                        "publisher-traced",
                        "/v1/anchors/traced/feeds/spend/deliveries",
                        BodyPublishers.ofString(Files.readString(ledger)),
                        within(trace))
                .get("id")
                .asText();
    }

    private static JsonNode refused(String path, String trace) throws IOException {
        var answer = Whole.direct().send("analyst-demo", "GET", path, BodyPublishers.noBody(), within(trace));
        assertThat(answer.statusCode()).isEqualTo(404);
        return Whole.tree(answer.body());
    }

    /** The traces of what the anchor's publisher did by a method, as the audit log tells them. */
    private static List<String> audited(String method) throws IOException {
        var deeds = Whole.api().get("admin-cli-demo", "/v1/audit/spend-ingest?client=publisher-traced");
        return StreamSupport.stream(deeds.get("items").spliterator(), false)
                .filter(deed -> deed.get("method").asText().equals(method))
                .map(deed -> deed.get("traceId").asText())
                .toList();
    }

    private static void awaitApplied(String delivery) throws IOException {
        for (int tries = 0; tries < 300; tries++) {
            var state = Whole.api()
                    .get("publisher-traced", "/v1/deliveries/" + delivery)
                    .get("state");
            if (state.asText().equals("APPLIED")) {
                return;
            }
            Pause.millis(100);
        }
        throw new AssertionError("the delivery was not applied within 30 seconds");
    }

    /** The traces of all that a topic says of a delivery. */
    private static Set<String> tracesOf(String topic, String delivery) {
        var traces = new TreeSet<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Whole.stack().kafka().servers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(part -> new TopicPartition(topic, part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    if (delivery.equals(message.key())) {
                        var parent = new String(
                                message.headers().lastHeader("traceparent").value(), UTF_8);
                        traces.add(parent.split("-")[1]);
                    }
                }
            }
        }
        return traces;
    }
}
