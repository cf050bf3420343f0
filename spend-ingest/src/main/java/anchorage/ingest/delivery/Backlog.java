package anchorage.ingest.delivery;

import anchorage.ingest.IngestSettings;
import jakarta.enterprise.context.ApplicationScoped;

/** Refuses what would only wait: too many deliveries of one anchor, or too many in all. */
@ApplicationScoped
public class Backlog {

    private final ReadingQueue queue;
    private final IngestSettings.Backlog limits;

    Backlog(ReadingQueue queue, IngestSettings settings) {
        this.queue = queue;
        this.limits = settings.backlog();
    }

    /** Refuses unless another delivery of the anchor may wait. */
    public void mustHaveRoom(String anchor) {
        var length = queue.length(anchor);
        if (length.ofAnchor() >= limits.mostOfAnchor()) {
            throw TooMuchWaiting.ofAnchor(length.ofAnchor());
        }
        if (length.ofAll() >= limits.most()) {
            throw TooMuchWaiting.ofAll(length.ofAll());
        }
    }
}
