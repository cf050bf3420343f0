package anchorage.outbox;

import anchorage.kit.trace.Trace;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;

/**
 * Publishes what waits in the outbox, oldest first, and forgets it once Kafka has acknowledged it. One relay of a
 * service works at a time, whichever replica holds the lock, so the order of facts is the order of commits.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 1000;
    private static final long LOCK = 0x0A2C_0817L;

    private final Jdbi database;
    private final FactProducer kafka;
    private final String source;
    private final int pauseMillis;
    private volatile boolean running;
    private Thread thread;

    OutboxRelay(
            Jdbi database,
            FactProducer kafka,
            @ConfigProperty(name = "quarkus.application.name") String source,
            @ConfigProperty(name = "outbox.pause-millis", defaultValue = "1000") int pauseMillis) {
        this.database = database;
        this.kafka = kafka;
        this.source = source;
        this.pauseMillis = pauseMillis;
    }

    void start(@Observes StartupEvent started) {
        running = true;
        thread = new Thread(this::relay, "outbox-relay");
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        thread.interrupt();
        thread.join(5000);
    }

    private void relay() {
        while (running) {
            try (var ear = database.open()) {
                ear.execute("LISTEN " + Outbox.BELL);
                relay(ear.getConnection().unwrap(PGConnection.class));
            } catch (InterruptedException stopping) {
                return;
            } catch (Exception failure) {
                if (!running) {
                    return;
                }
                LOG.error("could not publish facts; they wait and will be tried again", failure);
                if (!pausedAfterFailure()) {
                    return;
                }
            }
        }
    }

    /** Publishes what waits whenever the database rings, and looks now and then of itself. */
    private void relay(PGConnection ear) throws Exception {
        while (running) {
            if (publishOnce() < BATCH) {
                ear.getNotifications(pauseMillis);
            }
        }
    }

    private static boolean pausedAfterFailure() {
        try {
            Thread.sleep(2000);
            return true;
        } catch (InterruptedException stopping) {
            return false;
        }
    }

    private int publishOnce() throws Exception {
        return database.<Integer, Exception>inTransaction(this::publish);
    }

    private int publish(Handle transaction) throws InterruptedException, ExecutionException {
        var mine = transaction
                .createQuery("SELECT pg_try_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(Boolean.class)
                .one();
        if (!mine) {
            return 0;
        }
        var waiting = transaction
                .createQuery("SELECT id, topic, key, fact, traceparent FROM outbox ORDER BY id LIMIT :batch")
                .bind("batch", BATCH)
                .map((row, context) -> new Waiting(
                        row.getLong("id"),
                        row.getString("topic"),
                        row.getString("key"),
                        row.getBytes("fact"),
                        Optional.ofNullable(row.getString("traceparent"))))
                .list();
        if (waiting.isEmpty()) {
            return 0;
        }
        List<Future<?>> sent = new ArrayList<>();
        for (var fact : waiting) {
            sent.add(kafka.send(record(fact)));
        }
        for (var acknowledgement : sent) {
            acknowledgement.get();
        }
        transaction
                .createUpdate("DELETE FROM outbox WHERE id = ANY(:ids)")
                .bindArray("ids", Long.class, waiting.stream().map(Waiting::id).toList())
                .execute();
        return waiting.size();
    }

    private ProducerRecord<String, byte[]> record(Waiting fact) {
        var type = "anchorage." + fact.topic();
        var message = CloudEvent.record(fact.topic(), fact.key(), fact.fact(), type, source);
        fact.trace().ifPresent(parent -> CloudEvent.header(message, Trace.PARENT, parent));
        return message;
    }

    private record Waiting(long id, String topic, String key, byte[] fact, Optional<String> trace) {}
}
