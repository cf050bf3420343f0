package anchorage.registry.identification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A mention and the decision who it is.
 *
 * @param supplier whom it counts as; until it is DECIDED, a provisional supplier of the anchor's own
 * @param method code of the method that decided
 * @param score from 0 to 1
 * @param explanation one sentence for a person
 * @param candidates whom it could be, the likeliest first
 * @param lines payments under it, in the deliveries of which the registry has heard
 * @param value their sum in pounds, as a decimal string: what is at stake
 * @param decidedBy the steward who decided, or absent where a method did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecidedMention(
        UUID mention,
        String anchor,
        String supplierCode,
        String name,
        List<String> identifiers,
        String postcode,
        UUID supplier,
        String supplierName,
        String method,
        BigDecimal score,
        String state,
        String explanation,
        List<SuggestedSupplier> candidates,
        long lines,
        String value,
        String decidedBy,
        Instant decidedAt) {

    public DecidedMention {
        identifiers = List.copyOf(identifiers);
        candidates = List.copyOf(candidates);
    }
}
