package anchorage.idempotency;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key that a client made up for one request. The standard writes it as a structured string, in quotation marks; since
 * most clients leave them away, the bare text is read too, and both are the same key.
 */
record IdempotencyKey(String value) {

    private static final Pattern KEY =
            Pattern.compile("\"([\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]{1,200})\"|([\\x21\\x23-\\x7e]{1,200})");

    /** The key that the header holds, or empty where it is none. */
    static Optional<IdempotencyKey> read(String header) {
        var found = KEY.matcher(header.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        return Optional.of(new IdempotencyKey(found.group(1) == null ? found.group(2) : found.group(1)));
    }
}
