package anchorage.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import anchorage.kit.trace.Trace;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A Kafka record with the headers of CloudEvents 1.0 in binary mode. */
public final class CloudEvent {

    private static final Clock CLOCK = Clock.systemUTC();

    private CloudEvent() {}

    /**
     * A record that says what it is ({@code type}), who says it ({@code source}) and about what ({@code key}), and hands
     * on the trace in which it is made.
     */
    public static ProducerRecord<String, byte[]> record(
            String topic, String key, byte[] body, String type, String source) {
        var message = new ProducerRecord<String, byte[]>(topic, key, body);
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", UUID.randomUUID().toString());
        header(message, "ce_source", "/" + source);
        header(message, "ce_type", type);
        header(message, "ce_subject", key);
        header(message, "ce_time", Instant.now(CLOCK).toString());
        header(message, "content-type", "application/json");
        Trace.parent().ifPresent(parent -> header(message, Trace.PARENT, parent));
        return message;
    }

    /** Adds a header of our own. */
    public static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(UTF_8));
    }
}
