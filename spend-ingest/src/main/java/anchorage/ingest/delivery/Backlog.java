package anchorage.ingest.delivery;

import anchorage.ingest.IngestSettings;
import anchorage.kit.security.Reach;
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
        // Whose the others are is not told, only how many there are.
        var length = Reach.EVERY_ANCHOR.during(() -> queue.length(anchor));
        if (length.ofAnchor() >= limits.mostOfAnchor()) {
            throw TooMuchWaiting.ofAnchor(length.ofAnchor());
        }
        if (length.ofAll() >= limits.most()) {
            throw TooMuchWaiting.ofAll(length.ofAll());
        }
    }
}
