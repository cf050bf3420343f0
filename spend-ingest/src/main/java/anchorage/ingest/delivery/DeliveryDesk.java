package anchorage.ingest.delivery;

import anchorage.ingest.delivery.Delivery.ControlTotal;
import anchorage.ingest.feed.Feeds;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Optional;

/** Where an anchor hands a delivery in. */
@ApplicationScoped
public class DeliveryDesk {

    private final Feeds feeds;
    private final RawBytes raw;
    private final Deliveries deliveries;
    private final ReadingRoom readingRoom;

    DeliveryDesk(Feeds feeds, RawBytes raw, Deliveries deliveries, ReadingRoom readingRoom) {
        this.feeds = feeds;
        this.raw = raw;
        this.deliveries = deliveries;
        this.readingRoom = readingRoom;
    }

    /**
     * Takes a delivery; when this returns, its bytes are durable and it will be read.
     *
     * @param digest SHA-256 in base64, if the sender said
     * @param relation what it is to an earlier delivery of the feed
     */
    public Delivery take(
            String anchor,
            String feed,
            String fileName,
            Optional<String> digest,
            ControlTotal control,
            Optional<Relation> relation,
            InputStream bytes) {
        feeds.of(anchor, feed);
        var taken = deliveries.take(anchor, feed, fileName, raw.keep(bytes, digest), control, relation);
        readingRoom.wake();
        return taken;
    }
}
