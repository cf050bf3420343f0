package anchorage.kit.work;

import anchorage.kit.security.Reach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Threads that do what waits, one piece after the other, from the start of a service to its end. */
public final class Workers {

    private static final Logger LOG = Logger.getLogger(Workers.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration LAST_PIECE = Duration.ofSeconds(5);

    private final String name;
    private final Reach reach;
    private final Piece piece;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open;

    /**
     * Workers that have yet to begin.
     *
     * @param name of the threads, for those who read logs
     * @param reach whose data the work may touch
     */
    public Workers(String name, Reach reach, Piece piece) {
        this.name = name;
        this.reach = reach;
        this.piece = piece;
    }

    /** A piece of work, after which the next is asked for. One that fails is tried again after a while. */
    @FunctionalInterface
    public interface Piece {

        /** Does what waits; where nothing does, waits a while for something. */
        void doOrAwait() throws InterruptedException;
    }

    /** Begins, so many at a time. */
    public void open(int number) {
        open = true;
        for (int worker = 1; worker <= number; worker++) {
            var thread = new Thread(() -> reach.during(this::work), name + "-" + worker);
            threads.add(thread);
            thread.start();
        }
    }

    /** Interrupts what is under way and waits for it a little. */
    public void close() throws InterruptedException {
        open = false;
        for (var thread : threads) {
            thread.interrupt();
        }
        for (var thread : threads) {
            thread.join(LAST_PIECE.toMillis());
        }
    }

    /** Whether work goes on. A failure while it does not may be the interruption's doing. */
    public boolean areOpen() {
        return open;
    }

    private void work() {
        try {
            while (open) {
                workOnce();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void workOnce() throws InterruptedException {
        try {
            piece.doOrAwait();
        } catch (RuntimeException failure) {
            if (open) {
                LOG.errorf(failure, "a piece of work failed and will be tried again worker=%s", name);
                Thread.sleep(AFTER_FAILURE.toMillis());
            }
        }
    }
}
