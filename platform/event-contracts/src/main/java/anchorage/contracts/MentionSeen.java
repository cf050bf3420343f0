package anchorage.contracts;

import java.util.List;
import java.util.UUID;

/**
 * A supplier as one anchor wrote it. The id is a digest of everything else here, so the same mention has the same id
 * whenever and however often it is seen.
 *
 * @param supplierCode the anchor's own code for the supplier, or null
 * @param identifiers official identifiers on the line, as {@code scheme:value}, for example GB-COH:07712656
 * @param postcode a postcode on the line, or null
 * @param person whether the supplier is likely a natural person
 */
public record MentionSeen(
        UUID mention,
        String anchor,
        String supplierCode,
        String name,
        List<String> identifiers,
        String postcode,
        boolean person) {

    public MentionSeen {
        identifiers = List.copyOf(identifiers);
    }
}
