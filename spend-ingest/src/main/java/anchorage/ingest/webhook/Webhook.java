package anchorage.ingest.webhook;

import anchorage.ingest.KeepableText;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An address that is told of events.
 *
 * @param anchor whose it is; empty where it is the region's
 * @param disabled why it is told nothing any more, if it is not
 * @param failingSince the first failure since something last went well
 */
public record Webhook(
        UUID id,
        Optional<String> anchor,
        Wish wish,
        Instant createdAt,
        Optional<Disabling> disabled,
        Optional<Instant> failingSince) {

    /**
     * What its owner says of it.
     *
     * @param title what its owner calls it
     */
    public record Wish(String title, URI address, List<Event> events) {

        public Wish {
            title = KeepableText.of(title);
            events = List.copyOf(events);
        }

        /** Whether one of its owner may ask for this: an anchor for its deliveries, the region for the review queue. */
        boolean isFitFor(Optional<String> anchor) {
            return (anchor.isPresent() ? Event.OF_AN_ANCHOR : Event.OF_THE_REGION).containsAll(events);
        }
    }

    /** When it was disabled, and why. */
    public record Disabling(Instant at, Reason because) {}

    /** Why a webhook is told nothing any more. */
    public enum Reason {
        /** Nothing went well for days. */
        FAILING,
        /** It answered 410, which asks for just that. */
        GONE,
        /** Its owner wants it so. */
        ASKED
    }
}
