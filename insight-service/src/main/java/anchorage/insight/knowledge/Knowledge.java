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
    private Optional<Unsure> unsure = Optional.empty();

    Knowledge(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void recall(@Observes @Priority(1) StartupEvent started) {
        settledAt = committedLast();
    }

    private Instant committedLast() {
        return database.withHandle(handle -> handle.createQuery("SELECT settled_at FROM knowledge")
                .mapTo(Instant.class)
                .one());
    }

    /** A change that failed, perhaps after it was committed: a database can die before it has said so. */
    private record Unsure(Change change, Instant moment) {}

    /** A change of what is known, made in the transaction and true from the moment. */
    public interface Change {

        /** Makes the change; answers whether there was anything to change. */
        boolean make(Handle transaction, Instant moment);

        /** Called once the change is committed, before anybody can ask about its moment. */
        default void committed(Instant moment) {}
    }

    /**
     * Makes a change known. One change is made at a time. A change that failed may be made all the same, so it must be
     * one that can be made again without harm.
     */
    public synchronized void learn(Change change) {
        makeSure();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var moment = now.isAfter(settledAt) ? now : settledAt.plus(1, ChronoUnit.MICROS);
        if (isMade(change, moment)) {
            settle(change, moment);
        }
    }

    private boolean isMade(Change change, Instant moment) {
        try {
            return database.inTransaction(transaction -> {
                if (!change.make(transaction, moment)) {
                    return false;
                }
                transaction.execute("UPDATE knowledge SET settled_at = ?", java.sql.Timestamp.from(moment));
                return true;
            });
        } catch (RuntimeException failure) {
            unsure = Optional.of(new Unsure(change, moment));
            throw failure;
        }
    }

    /** Takes note of a change that failed, if it was committed. Nothing is answered or learned before that is clear. */
    private void makeSure() {
        if (unsure.isEmpty()) {
            return;
        }
        var failed = unsure.get();
        var isMade = committedLast().equals(failed.moment);
        unsure = Optional.empty();
        if (isMade) {
            LOG.warnf("a change had failed and was committed all the same moment=%s", failed.moment);
            settle(failed.change, failed.moment);
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
        makeSure();
        if (asked.isEmpty()) {
            return settledAt;
        }
        if (asked.get().isAfter(settledAt) && !asked.get().isBefore(clock.instant())) {
            throw new NotYetKnown(asked.get());
        }
        return asked.get().truncatedTo(ChronoUnit.MICROS);
    }
}
