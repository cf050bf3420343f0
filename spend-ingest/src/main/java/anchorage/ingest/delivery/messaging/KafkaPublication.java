package anchorage.ingest.delivery.messaging;

import anchorage.contracts.DeliveryClosed;
import anchorage.contracts.DeliveryHeaders;
import anchorage.contracts.DeliveryOpened;
import anchorage.contracts.MentionSeen;
import anchorage.contracts.MentionsPaid;
import anchorage.contracts.Topics;
import anchorage.ingest.delivery.Delivery;
import anchorage.ingest.delivery.Publication;
import anchorage.ingest.delivery.Relation;
import anchorage.ingest.delivery.Tally;
import anchorage.ingest.feed.Feed;
import anchorage.ingest.reading.Row;
import anchorage.outbox.CloudEvent;
import anchorage.outbox.FactProducer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * One attempt on Kafka: opened, lines in chunks, closed. Every acknowledgement is waited for before the word that
 * closes, so a broker that stalls can delay a delivery but never thin it out.
 */
final class KafkaPublication implements Publication {

    private static final String SOURCE = "spend-ingest";
    private static final int LINES_IN_A_CHUNK = 500;
    private static final int UNACKNOWLEDGED = 400;

    private final FactProducer kafka;
    private final ObjectMapper json;
    private final Delivery delivery;
    private final LineWriter lines = new LineWriter();
    private final MentionTotals totals = new MentionTotals();
    private final Deque<Future<?>> sent = new ArrayDeque<>();
    private int chunks;

    KafkaPublication(FactProducer kafka, ObjectMapper json, Delivery delivery, Feed feed) {
        this.kafka = kafka;
        this.json = json;
        this.delivery = delivery;
        send(
                DeliveryHeaders.TYPE_OPENED,
                written(new DeliveryOpened(
                        delivery.id(),
                        delivery.attempt(),
                        delivery.anchor(),
                        delivery.feed(),
                        feed.vatBasis().name(),
                        delivery.receivedAt(),
                        delivery.related(Relation.Kind.SUPERSEDES),
                        delivery.related(Relation.Kind.SUPPLEMENTS))));
    }

    @Override
    public void add(Row.Accepted row) {
        if (row.newMention() != null) {
            mention(row.newMention());
        }
        lines.add(row.line());
        totals.add(row.line());
        if (lines.count() == LINES_IN_A_CHUNK) {
            sendChunk();
        }
    }

    @Override
    public void flush() {
        if (lines.count() > 0) {
            sendChunk();
        }
        awaitDownTo(0);
    }

    @Override
    public void close(Tally tally) {
        totals.facts(delivery).forEach(this::paid);
        awaitDownTo(0);
        send(
                DeliveryHeaders.TYPE_CLOSED,
                written(new DeliveryClosed(
                        delivery.id(),
                        delivery.attempt(),
                        chunks,
                        tally.accepted(),
                        tally.net(),
                        tally.creditLines(),
                        tally.credits())));
        awaitDownTo(0);
    }

    @Override
    public void abandon() {
        send(DeliveryHeaders.TYPE_ABANDONED, null);
        awaitDownTo(0);
    }

    private void mention(MentionSeen mention) {
        var key = mention.mention().toString();
        track(CloudEvent.record(Topics.MENTIONS, key, written(mention), "anchorage." + Topics.MENTIONS, SOURCE));
    }

    private void paid(MentionsPaid fact) {
        var key = delivery.id().toString();
        track(CloudEvent.record(Topics.MENTIONS_PAID, key, written(fact), "anchorage." + Topics.MENTIONS_PAID, SOURCE));
    }

    private void sendChunk() {
        var message = message(DeliveryHeaders.TYPE_LINES, lines.take());
        CloudEvent.header(message, DeliveryHeaders.CHUNK, String.valueOf(chunks++));
        track(message);
    }

    private void send(String type, byte[] body) {
        track(message(type, body));
    }

    private ProducerRecord<String, byte[]> message(String type, byte[] body) {
        var message = CloudEvent.record(Topics.DELIVERIES, delivery.id().toString(), body, type, SOURCE);
        CloudEvent.header(message, DeliveryHeaders.ATTEMPT, String.valueOf(delivery.attempt()));
        return message;
    }

    private void track(ProducerRecord<String, byte[]> message) {
        sent.add(kafka.send(message));
        awaitDownTo(UNACKNOWLEDGED);
    }

    /** Waits for the oldest acknowledgements until no more than that many are outstanding. */
    private void awaitDownTo(int outstanding) {
        try {
            while (sent.size() > outstanding) {
                sent.remove().get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PublishingFailed("interrupted while publishing delivery " + delivery.id(), interrupted);
        } catch (ExecutionException failure) {
            throw new PublishingFailed("Kafka did not take a part of delivery " + delivery.id(), failure.getCause());
        }
    }

    private byte[] written(Object fact) {
        try {
            return json.writeValueAsBytes(fact);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
