package anchorage.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * The decision that a mention is a supplier.
 *
 * @param method code of the method that decided, for example {@code identifier} or {@code exact-name}
 * @param score from 0 to 1
 * @param state DECIDED, or PROVISIONAL where the supplier is known by this mention alone
 * @param explanation one sentence for a person
 */
public record MentionIdentified(
        UUID mention,
        UUID supplier,
        String method,
        BigDecimal score,
        String state,
        String explanation,
        Instant decidedAt) {}
