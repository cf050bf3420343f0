package anchorage.ingest.delivery;

import anchorage.ingest.IngestSettings;
import anchorage.kit.security.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

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
    public void mustHaveRoom(Push push) {
        // Whose the others are is not told, only how many there are.
        var length = acted(push).orElseGet(() -> Reach.EVERY_ANCHOR.during(() -> queue.length(push.anchor())));
        if (length.ofAnchor() >= limits.mostOfAnchor()) {
            throw TooMuchWaiting.ofAnchor(length.ofAnchor());
        }
        if (length.ofAll() >= limits.most()) {
            throw TooMuchWaiting.ofAll(length.ofAll());
        }
    }

    private Optional<ReadingQueue.Length> acted(Push push) {
        return SandboxAct.askedBy(push).flatMap(act -> switch (act) {
            case TOO_MANY_WAITING -> Optional.of(new ReadingQueue.Length(limits.mostOfAnchor(), limits.mostOfAnchor()));
            case REDUCED_CAPACITY -> Optional.of(new ReadingQueue.Length(0, limits.most()));
            case SLOW -> Optional.empty();
        });
    }
}
