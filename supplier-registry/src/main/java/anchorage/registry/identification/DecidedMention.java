package anchorage.registry.identification;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A mention and the decision who it is.
 *
 * @param method code of the method that decided
 * @param score from 0 to 1
 * @param explanation one sentence for a person
 */
public record DecidedMention(
        UUID mention,
        String anchor,
        String supplierCode,
        String name,
        UUID supplier,
        String method,
        BigDecimal score,
        String state,
        String explanation,
        Instant decidedAt) {}
