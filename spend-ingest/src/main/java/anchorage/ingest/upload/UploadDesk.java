package anchorage.ingest.upload;

import anchorage.ingest.delivery.BytesRefused;
import anchorage.ingest.delivery.Delivery;
import anchorage.ingest.delivery.DeliveryDesk;
import anchorage.ingest.delivery.NotApplied;
import anchorage.ingest.delivery.Push;
import anchorage.ingest.delivery.UnknownDelivery;
import anchorage.ingest.feed.Feeds;
import anchorage.ingest.upload.Append.End;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Where an anchor hands a file in by parts. */
@ApplicationScoped
public class UploadDesk {

    private final Feeds feeds;
    private final Uploads uploads;
    private final UploadFolder folder;
    private final UploadLimits limits;
    private final DeliveryDesk deliveries;
    private final Clock clock;
    private final Map<UUID, Append> arriving = new ConcurrentHashMap<>();

    UploadDesk(
            Feeds feeds,
            Uploads uploads,
            UploadFolder folder,
            UploadLimits limits,
            DeliveryDesk deliveries,
            Clock clock) {
        this.feeds = feeds;
        this.uploads = uploads;
        this.folder = folder;
        this.limits = limits;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Begins an upload, of which nothing is here yet. */
    public Upload begin(Push push, Optional<Long> length) {
        feeds.of(push.anchor(), push.feed());
        limits.mustTakeWhole(length);
        return uploads.begin(push, length);
    }

    /** The upload of that id. */
    public Upload of(UUID id) {
        return uploads.of(id);
    }

    /**
     * How the upload stands, so that its next part can begin there. A part that is still arriving ends: its sender would
     * not ask, had it not lost the connection.
     */
    public Upload settled(UUID id) {
        return takeOver(id, UUID.randomUUID());
    }

    /** Takes a part, and ends one that is still arriving. What arrives is kept even if it is less than was said. */
    public Upload append(UUID id, Part part, InputStream bytes) {
        var token = UUID.randomUUID();
        var upload = takeOver(id, token);
        upload.mustTake(part);
        limits.mustTake(part);
        var length = upload.lengthWith(part);
        limits.mustTakeWhole(length);
        length.ifPresent(known -> uploads.keepLength(id, known));
        switch (take(id, token, part, limits.room(part, length), bytes)) {
            case OVERTAKEN -> throw new PartOvertaken(id);
            case BEYOND_LIMIT -> {
                cancel(id);
                throw limits.beyond(part, length);
            }
            case WHOLE -> {}
        }
        var now = uploads.of(id);
        if (part.isLast()) {
            now.mustBeWhole();
        }
        return now;
    }

    /** Makes a delivery of all that has been received. An upload that cannot be one is given up. */
    public Delivery complete(Upload upload) {
        try (var bytes = folder.open(upload.id(), uploads.parts(upload.id()))) {
            // Written again, as one file under its own name: it costs a copy, and a delivery has one way to begin.
            var delivery = deliveries.take(upload.push(), bytes);
            uploads.complete(upload.id(), delivery.id());
            folder.remove(upload.id());
            return delivery;
        } catch (BytesRefused | NotApplied | UnknownDelivery refused) {
            cancel(upload.id());
            throw refused;
        } catch (IOException failure) {
            throw new UncheckedIOException("the bytes of an upload could not be read", failure);
        }
    }

    /** Gives an upload up. What it has become, if it is complete, stays. */
    public void cancel(UUID id) {
        uploads.of(id);
        uploads.forget(id);
        folder.remove(id);
    }

    /** Ends what is still arriving: here after its last byte, in another replica after the last second that it recorded. */
    private Upload takeOver(UUID id, UUID token) {
        try {
            var running = arriving.get(id);
            if (running != null) {
                running.stop();
            }
            return uploads.takeOver(id, token);
        } catch (IOException failure) {
            throw new UncheckedIOException("the bytes of an upload could not be kept", failure);
        }
    }

    private End take(UUID id, UUID token, Part part, long room, InputStream bytes) {
        try (var file = folder.append(id, token)) {
            var append = new Append(token, part.offset(), file, stored -> uploads.record(id, stored), clock);
            arriving.put(id, append);
            try {
                return append.take(bytes, room);
            } finally {
                arriving.remove(id, append);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the bytes of an upload could not be kept", failure);
        }
    }
}
