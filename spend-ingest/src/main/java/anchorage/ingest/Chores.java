package anchorage.ingest;

import anchorage.kit.security.Reach;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Does every chore in its time, one after the other. */
@ApplicationScoped
class Chores {

    private static final Logger LOG = Logger.getLogger(Chores.class);

    private final List<Chore> all;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "chores"));

    Chores(@All List<Chore> all) {
        this.all = all;
    }

    void begin(@Observes StartupEvent started) {
        for (var chore : all) {
            long pause = chore.every().toMillis();
            thread.scheduleWithFixedDelay(() -> run(chore), pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    void end(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
    }

    private static void run(Chore chore) {
        try {
            Reach.EVERY_ANCHOR.during(chore::run);
        } catch (RuntimeException failure) {
            LOG.errorf(
                    failure,
                    "a chore failed; it will be tried again chore=%s",
                    chore.getClass().getSimpleName());
        }
    }
}
