package anchorage.insight.ledger.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import anchorage.contracts.DeliveryClosed;
import anchorage.contracts.DeliveryHeaders;
import anchorage.contracts.DeliveryOpened;
import anchorage.insight.ledger.ArrivingDeliveries;
import anchorage.insight.ledger.ArrivingDeliveries.Position;
import anchorage.kit.trace.Trace;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears deliveries. A batch that failed in the middle is heard again whole: an attempt that opens again begins again,
 * a chunk that is here is passed over, and a delivery that is applied stays as it is.
 */
@ApplicationScoped
class DeliveryConsumer {

    private final ArrivingDeliveries deliveries;
    private final ObjectMapper json;

    DeliveryConsumer(ArrivingDeliveries deliveries, ObjectMapper json) {
        this.deliveries = deliveries;
        this.json = json;
    }

    @Incoming("deliveries")
    @Blocking
    @Retry(
            maxRetries = -1,
            maxDuration = 0,
            delay = 1000,
            abortOn = {JsonProcessingException.class, UnknownMessage.class})
    void heard(ConsumerRecords<String, byte[]> records) throws IOException {
        int reading = deliveries.reading();
        for (var partition : records.partitions()) {
            Position last = null;
            for (var record : records.records(partition)) {
                var position = new Position(partition.partition(), record.offset());
                last = position;
                Trace.during(trace(record), "hear of a delivery", () -> hear(record, position));
            }
            if (last != null) {
                deliveries.heard(last, reading);
            }
        }
    }

    private void hear(ConsumerRecord<String, byte[]> record, Position position) throws IOException {
        switch (header(record, DeliveryHeaders.TYPE)) {
            case DeliveryHeaders.TYPE_OPENED ->
                deliveries.opened(json.readValue(record.value(), DeliveryOpened.class), position);
            case DeliveryHeaders.TYPE_LINES ->
                deliveries.lines(
                        UUID.fromString(record.key()),
                        Integer.parseInt(header(record, DeliveryHeaders.ATTEMPT)),
                        Integer.parseInt(header(record, DeliveryHeaders.CHUNK)),
                        record.value());
            case DeliveryHeaders.TYPE_CLOSED -> deliveries.closed(json.readValue(record.value(), DeliveryClosed.class));
            case DeliveryHeaders.TYPE_ABANDONED ->
                deliveries.abandoned(
                        UUID.fromString(record.key()), Integer.parseInt(header(record, DeliveryHeaders.ATTEMPT)));
            default -> throw new UnknownMessage(header(record, DeliveryHeaders.TYPE));
        }
    }

    /** Each message is part of the trace of its own delivery; of a batch the framework knows none. */
    private static Optional<String> trace(ConsumerRecord<String, byte[]> record) {
        return Optional.of(header(record, Trace.PARENT)).filter(parent -> !parent.isEmpty());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    /** A message of a kind that we do not know; trying again would not help. */
    private static final class UnknownMessage extends RuntimeException {
        UnknownMessage(String type) {
            super("a message on the topic of deliveries says a thing we do not know: " + type);
        }
    }
}
