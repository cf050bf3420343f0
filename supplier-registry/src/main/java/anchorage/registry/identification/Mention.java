package anchorage.registry.identification;

import java.util.List;
import java.util.UUID;

/**
 * A supplier as one anchor wrote it.
 *
 * @param nameKey the name as it is compared
 * @param identifiers as {@code scheme:value}
 * @param person whether it is likely a natural person
 */
record Mention(UUID id, String anchor, String name, String nameKey, List<String> identifiers, boolean person) {

    private static final String DEMONSTRATION = "demo-";

    Mention {
        identifiers = List.copyOf(identifiers);
    }

    /** Demonstration anchors are identified among demonstration suppliers only, so the two never mix. */
    boolean isDemonstration() {
        return anchor.startsWith(DEMONSTRATION);
    }
}
