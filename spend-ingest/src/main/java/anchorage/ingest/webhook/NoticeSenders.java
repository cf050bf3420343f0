package anchorage.ingest.webhook;

import anchorage.ingest.IngestSettings;
import anchorage.kit.security.Reach;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Sends what waits. A process that dies while it sends has its notice sent again by the next. */
@ApplicationScoped
class NoticeSenders {

    private static final Logger LOG = Logger.getLogger(NoticeSenders.class);

    private final NoticeQueue queue;
    private final Courier courier;
    private final IngestSettings.Webhooks settings;
    private final List<Thread> senders = new ArrayList<>();
    private volatile boolean open;

    NoticeSenders(NoticeQueue queue, Courier courier, IngestSettings settings) {
        this.queue = queue;
        this.courier = courier;
        this.settings = settings.webhooks();
    }

    void open(@Observes StartupEvent started) {
        open = true;
        for (int number = 1; number <= settings.senders(); number++) {
            var sender = new Thread(() -> Reach.EVERY_ANCHOR.during(this::send), "notices-" + number);
            sender.start();
            senders.add(sender);
        }
    }

    void close(@Observes ShutdownEvent stopping) throws InterruptedException {
        open = false;
        for (var sender : senders) {
            sender.interrupt();
        }
        for (var sender : senders) {
            sender.join(5000);
        }
    }

    private void send() {
        while (open) {
            try {
                if (!sendOne()) {
                    Thread.sleep(settings.pause().toMillis());
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                LOG.error("notices could not be sent; they wait and will be tried again", failure);
                if (!paused()) {
                    return;
                }
            }
        }
    }

    private boolean sendOne() throws InterruptedException {
        var due = queue.claim();
        if (due.isPresent()) {
            queue.note(due.get(), courier.bring(due.get()));
        }
        return due.isPresent();
    }

    private static boolean paused() {
        try {
            Thread.sleep(2000);
            return true;
        } catch (InterruptedException stopping) {
            return false;
        }
    }
}
