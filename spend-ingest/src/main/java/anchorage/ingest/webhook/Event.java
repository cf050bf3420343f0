package anchorage.ingest.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.stream.Stream;

/** What a webhook can be told of. */
public enum Event {
    /** The ledger holds a delivery. */
    DELIVERY_APPLIED("delivery.applied"),
    /** A delivery was refused as a whole. */
    DELIVERY_REFUSED("delivery.refused"),
    /** Mentions have come into the review queue. */
    REVIEW_NEEDED("review.needed"),
    /** Somebody asked whether notices arrive. */
    WEBHOOK_TEST("webhook.test");

    /** What an anchor's webhook can ask for. */
    public static final List<Event> OF_AN_ANCHOR = List.of(DELIVERY_APPLIED, DELIVERY_REFUSED);

    /** What the region's webhook can ask for. */
    public static final List<Event> OF_THE_REGION = List.of(REVIEW_NEEDED);

    private final String type;

    Event(String type) {
        this.type = type;
    }

    /** The type that a notice says, as the standard writes it. */
    @JsonValue
    public String type() {
        return type;
    }

    /** The event of that type. */
    @JsonCreator
    public static Event of(String type) {
        return Stream.of(values())
                .filter(event -> event.type.equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no event " + type));
    }
}
