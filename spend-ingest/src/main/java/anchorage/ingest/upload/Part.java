package anchorage.ingest.upload;

import java.util.Optional;

/**
 * What a sender says of a part that it is about to send.
 *
 * @param offset where in the file the part begins, in bytes
 * @param size bytes of the part, if said
 * @param length bytes of the whole file, if said
 * @param isLast whether the file ends with it
 */
public record Part(long offset, Optional<Long> size, Optional<Long> length, boolean isLast) {

    /** Where in the file the part ends, if its size is said. */
    Optional<Long> end() {
        return size.map(bytes -> offset + bytes);
    }

    /** The length that the whole file has after what is said of this part, if it is said. */
    Optional<Long> wholeLength() {
        if (isLast && end().isPresent() && length.isPresent() && !end().equals(length)) {
            throw InconsistentLength.said(length.get(), end().get());
        }
        return isLast ? length.or(this::end) : length;
    }
}
