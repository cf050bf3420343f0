package anchorage.ingest.webhook;

import anchorage.ingest.IngestSettings;
import anchorage.kit.security.Reach;
import anchorage.kit.work.Workers;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Sends what waits. A process that dies while it sends has its notice sent again by the next. */
@ApplicationScoped
class NoticeSenders {

    private final NoticeQueue queue;
    private final Courier courier;
    private final IngestSettings.Webhooks settings;
    private final Workers senders = new Workers("notices", Reach.EVERY_ANCHOR, this::send);

    NoticeSenders(NoticeQueue queue, Courier courier, IngestSettings settings) {
        this.queue = queue;
        this.courier = courier;
        this.settings = settings.webhooks();
    }

    void open(@Observes StartupEvent started) {
        senders.open(settings.senders());
    }

    void close(@Observes ShutdownEvent stopping) throws InterruptedException {
        senders.close();
    }

    private void send() throws InterruptedException {
        var due = queue.claim();
        if (due.isPresent()) {
            queue.note(due.get(), courier.bring(due.get()));
        } else {
            Thread.sleep(settings.pause().toMillis());
        }
    }
}
