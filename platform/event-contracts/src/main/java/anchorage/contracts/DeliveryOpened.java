package anchorage.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * A delivery's lines are about to follow.
 *
 * @param vatBasis NET, GROSS or UNKNOWN: what the amounts of this feed include
 * @param supersedes the delivery whose place this one takes when it is applied, or null
 * @param supplements the delivery beside which this one counts, and for as long, or null
 */
public record DeliveryOpened(
        UUID delivery,
        int attempt,
        String anchor,
        String feed,
        String vatBasis,
        Instant receivedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) UUID supersedes,
        @JsonInclude(JsonInclude.Include.NON_NULL) UUID supplements) {}
