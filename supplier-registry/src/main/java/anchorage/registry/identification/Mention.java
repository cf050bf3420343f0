package anchorage.registry.identification;

import anchorage.registry.candidate.Sought;
import anchorage.registry.name.OrgId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A supplier as one anchor wrote it.
 *
 * @param supplierCode the anchor's own code for it, or null
 * @param nameKey the name as it is compared
 * @param identifiers as {@code scheme:value}
 * @param postcode or null
 * @param person whether it is likely a natural person
 */
record Mention(
        UUID id,
        String anchor,
        String supplierCode,
        String name,
        String nameKey,
        List<String> identifiers,
        String postcode,
        boolean person) {

    private static final String DEMONSTRATION = "demo-";

    Mention {
        identifiers = List.copyOf(identifiers);
    }

    /** Demonstration anchors are identified among demonstration suppliers only, so the two never mix. */
    boolean isDemonstration() {
        return anchor.startsWith(DEMONSTRATION);
    }

    /** Whom to look for. A likely person's name is not looked for, only an identifier on the line. */
    Sought sought(int cutAt) {
        return Sought.of(person ? "" : name, identifiers, postcode).cutAt(cutAt);
    }

    /** The identifiers that can be ones. */
    List<String> wellFormedIdentifiers() {
        return identifiers.stream().map(OrgId::of).flatMap(Optional::stream).toList();
    }
}
