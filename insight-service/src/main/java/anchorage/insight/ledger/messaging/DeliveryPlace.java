package anchorage.insight.ledger.messaging;

import anchorage.insight.ledger.ArrivingDeliveries;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Finds the place in the topic of deliveries where reading goes on: ours, not Kafka's. */
@ApplicationScoped
@Identifier("deliveries")
class DeliveryPlace implements KafkaConsumerRebalanceListener {

    private final ArrivingDeliveries deliveries;

    DeliveryPlace(ArrivingDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<Integer, Long> places = deliveries.resume();
        for (var partition : partitions) {
            consumer.seek(partition, places.getOrDefault(partition.partition(), 0L));
        }
    }
}
