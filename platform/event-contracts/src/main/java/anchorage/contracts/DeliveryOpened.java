package anchorage.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery's lines are about to follow.
 *
 * @param vatBasis NET, GROSS or UNKNOWN: what the amounts of this feed include
 */
public record DeliveryOpened(
        UUID delivery, int attempt, String anchor, String feed, String vatBasis, Instant receivedAt) {}
