package anchorage.ingest.delivery.messaging;

import anchorage.ingest.delivery.Delivery;
import anchorage.ingest.delivery.Publication;
import anchorage.ingest.delivery.Publications;
import anchorage.ingest.feed.Feed;
import anchorage.outbox.FactProducer;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Publishes attempts on Kafka's topic of deliveries. */
@ApplicationScoped
class KafkaPublications implements Publications {

    private final FactProducer kafka;
    private final ObjectMapper json;

    KafkaPublications(FactProducer kafka, ObjectMapper json) {
        this.kafka = kafka;
        this.json = json;
    }

    @Override
    public Publication open(Delivery delivery, Feed feed) {
        return new KafkaPublication(kafka, json, delivery, feed);
    }
}
