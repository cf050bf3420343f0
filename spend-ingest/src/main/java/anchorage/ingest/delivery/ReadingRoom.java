package anchorage.ingest.delivery;

import anchorage.ingest.IngestSettings;
import anchorage.ingest.delivery.ReadingQueue.Job;
import anchorage.kit.security.Reach;
import anchorage.kit.trace.Trace;
import anchorage.kit.work.Workers;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Where deliveries wait to be read, and readers take them. A reader holds its job's row locked while it reads, so a
 * crash frees the job at once, and any number of replicas share the work.
 */
@ApplicationScoped
public class ReadingRoom {

    private static final Logger LOG = Logger.getLogger(ReadingRoom.class);

    private final Jdbi database;
    private final ReadingQueue queue;
    private final DeliveryReading reading;
    private final IngestSettings settings;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);
    private final Workers readers = new Workers("reader", Reach.EVERY_ANCHOR, this::read);

    ReadingRoom(Jdbi database, ReadingQueue queue, DeliveryReading reading, IngestSettings settings, Clock clock) {
        this.database = database;
        this.queue = queue;
        this.reading = reading;
        this.settings = settings;
        this.clock = clock;
    }

    void open(@Observes StartupEvent started) {
        readers.open(settings.readers());
    }

    void close(@Observes ShutdownEvent stopping) throws InterruptedException {
        readers.close();
    }

    /** Tells the readers that something waits. */
    void wake() {
        bell.release();
    }

    private void read() throws InterruptedException {
        if (!readOne()) {
            bell.tryAcquire(settings.pause().toMillis(), TimeUnit.MILLISECONDS);
            bell.drainPermits();
        }
    }

    private boolean readOne() {
        // A connection of its own: what the reading itself records must be seen by others before the lock is let go.
        try (var lock = database.open()) {
            lock.begin();
            var job = queue.claim(lock, clock.instant());
            job.ifPresent(claimed -> readClaimed(lock, claimed));
            lock.commit();
            return job.isPresent();
        }
    }

    private void readClaimed(Handle transaction, Job job) {
        try {
            Trace.during(job.trace(), "read a delivery", () -> reading.read(job.delivery()));
            queue.done(transaction, job);
        } catch (RuntimeException failure) {
            if (!readers.areOpen()) {
                // Stopping in the middle is not the delivery's fault; whoever starts next reads it again.
                return;
            }
            LOG.errorf(failure, "a delivery could not be read; it will be tried again delivery=%s", job.delivery());
            queue.postpone(transaction, job);
        }
    }
}
