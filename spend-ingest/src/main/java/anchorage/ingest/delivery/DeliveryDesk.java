package anchorage.ingest.delivery;

import anchorage.ingest.feed.Feeds;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;

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

    /** Takes a delivery; when this returns, its bytes are durable and it will be read. */
    public Delivery take(Push push, InputStream bytes) {
        feeds.of(push.anchor(), push.feed());
        var taken = deliveries.take(push, raw.keep(bytes, push.digest()));
        readingRoom.wake();
        return taken;
    }
}
