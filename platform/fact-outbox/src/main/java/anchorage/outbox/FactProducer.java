package anchorage.outbox;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service's one way into Kafka: idempotent, acknowledged by all replicas, compressed. */
@ApplicationScoped
public class FactProducer {

    private final KafkaProducer<String, byte[]> producer;

    FactProducer(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        5,
                        "batch.size",
                        512 * 1024,
                        "buffer.memory",
                        32L * 1024 * 1024,
                        "max.request.size",
                        8 * 1024 * 1024,
                        "delivery.timeout.ms",
                        60_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends without waiting; the answer fails when Kafka did not take the record. */
    public Future<RecordMetadata> send(ProducerRecord<String, byte[]> message) {
        return producer.send(message);
    }

    /** Sends without waiting and tells the callback how it went. */
    public void send(ProducerRecord<String, byte[]> message, Callback outcome) {
        producer.send(message, outcome);
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(10));
    }
}
