package anchorage.insight.knowledge;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The order in which this service comes to know things. Every change has a moment, later than all before it, and is
 * settled as a whole: an answer as of a moment can never change, since nothing can still become known at or before it.
 *
 * <p>Moments are ours, not the sender's: what was stated at ten and reached us at eleven was not known here at half past
 * ten.
 */
@ApplicationScoped
public class Knowledge {

    private static final Logger LOG = Logger.getLogger(Knowledge.class);

    private final Jdbi database;
    private final Clock clock;
    private Instant settledAt;

    Knowledge(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void recall(@Observes @Priority(1) StartupEvent started) {
        settledAt = database.withHandle(handle -> handle.createQuery("SELECT settled_at FROM knowledge")
                .mapTo(Instant.class)
                .one());
    }

    /** A change of what is known, made in the transaction and true from the moment. */
    public interface Change {

        /** Makes the change; answers whether there was anything to change. */
        boolean make(Handle transaction, Instant moment);

        /** Called once the change is committed, before anybody can ask about its moment. */
        default void committed(Instant moment) {}
    }

    /** Makes a change known. One change is made at a time. */
    public synchronized void learn(Change change) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var moment = now.isAfter(settledAt) ? now : settledAt.plus(1, ChronoUnit.MICROS);
        var changed = database.inTransaction(transaction -> {
            if (!change.make(transaction, moment)) {
                return false;
            }
            transaction.execute("UPDATE knowledge SET settled_at = ?", java.sql.Timestamp.from(moment));
            return true;
        });
        if (changed) {
            settle(change, moment);
        }
    }

    private void settle(Change change, Instant moment) {
        try {
            change.committed(moment);
            settledAt = moment;
        } catch (RuntimeException failure) {
            // What is committed is not in the engine, so its next answer would be wrong. A restart fills it anew.
            LOG.fatal("the engine could not take note of what is committed; stopping", failure);
            Quarkus.asyncExit(1);
            throw failure;
        }
    }

    /**
     * The moment as of which a question is answered: the one asked for, else the last at which anything changed.
     *
     * @throws NotYetKnown if it lies in the future, where an answer could still change
     */
    public synchronized Instant asOf(Optional<Instant> asked) {
        // Holding the lock means that no change is half made, and the next one gets a later moment than now.
        if (asked.isEmpty()) {
            return settledAt;
        }
        if (asked.get().isAfter(settledAt) && !asked.get().isBefore(clock.instant())) {
            throw new NotYetKnown(asked.get());
        }
        return asked.get().truncatedTo(ChronoUnit.MICROS);
    }
}
