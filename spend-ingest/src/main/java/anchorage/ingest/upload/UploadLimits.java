package anchorage.ingest.upload;

import anchorage.ingest.IngestSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** How large an upload may be, and how long it waits for its next part. */
@ApplicationScoped
public class UploadLimits {

    private final IngestSettings.Upload settings;

    UploadLimits(IngestSettings settings) {
        this.settings = settings.upload();
    }

    /** Bytes of a whole file. */
    public long wholeBytes() {
        return settings.maxSize().asLongValue();
    }

    /** Bytes of one part. */
    public long partBytes() {
        return settings.maxAppendSize().asLongValue();
    }

    /** How long an upload is kept after its last part. */
    public Duration age() {
        return settings.maxAge();
    }

    void mustTakeWhole(Optional<Long> length) {
        if (length.filter(bytes -> bytes > wholeBytes()).isPresent()) {
            throw UploadTooLarge.whole(wholeBytes());
        }
    }

    void mustTake(Part part) {
        if (part.size().filter(bytes -> bytes > partBytes()).isPresent()) {
            throw UploadTooLarge.part(partBytes());
        }
        mustTakeWhole(part.end());
    }

    /** How many bytes of the part are taken. */
    long room(Part part, Optional<Long> length) {
        return Math.min(partBytes(), length.orElse(wholeBytes()) - part.offset());
    }

    /** What to say when more arrived. */
    RuntimeException beyond(Part part, Optional<Long> length) {
        if (room(part, length) == partBytes()) {
            return UploadTooLarge.part(partBytes());
        }
        return length.<RuntimeException>map(InconsistentLength::tooLong)
                .orElseGet(() -> UploadTooLarge.whole(wholeBytes()));
    }
}
