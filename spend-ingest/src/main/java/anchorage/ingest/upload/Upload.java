package anchorage.ingest.upload;

import anchorage.ingest.delivery.Push;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A file on its way in.
 *
 * @param push what its sender said of it at the beginning
 * @param length bytes that it will have, once the sender has said
 * @param received bytes that are here and durable; the next part begins there
 * @param expiresAt when it is forgotten, unless a part comes before
 * @param delivery what it has become, once it is complete
 */
public record Upload(
        UUID id, Push push, Optional<Long> length, long received, Instant expiresAt, Optional<UUID> delivery) {

    /** Whether all of it is here and has been taken as a delivery. */
    public boolean isComplete() {
        return delivery.isPresent();
    }

    /** Refuses a part that does not follow what is here. */
    void mustTake(Part part) {
        delivery.ifPresent(become -> {
            if (part.size().filter(size -> size == 0).isPresent()) {
                throw new UploadAlreadyComplete(become);
            }
            throw InconsistentLength.afterTheEnd();
        });
        if (part.offset() != received) {
            throw new OffsetMismatch(received, part.offset());
        }
    }

    /** The length that the upload has once a part has come, if it is known; refuses a part that disagrees with it. */
    Optional<Long> lengthWith(Part part) {
        var said = part.wholeLength();
        var known = length.or(() -> said);
        said.filter(now -> !now.equals(known.get())).ifPresent(now -> {
            throw InconsistentLength.said(known.get(), now);
        });
        known.filter(whole -> part.end().filter(end -> end > whole).isPresent()).ifPresent(whole -> {
            throw InconsistentLength.said(whole, part.end().get());
        });
        return known;
    }

    /** Refuses to end where the length that was said does not. */
    void mustBeWhole() {
        length.filter(whole -> whole != received).ifPresent(whole -> {
            throw InconsistentLength.tooShort(whole, received);
        });
    }
}
