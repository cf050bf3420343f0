package anchorage.ingest.webhook;

import java.util.List;

/** A webhook asks for events that its owner is not told of. */
public class UnfitEvents extends RuntimeException {

    UnfitEvents(List<Event> fit) {
        super("This webhook can ask for "
                + String.join(", ", fit.stream().map(Event::type).toList())
                + ". An anchor's is told of its deliveries, the region's of its review queue.");
    }
}
