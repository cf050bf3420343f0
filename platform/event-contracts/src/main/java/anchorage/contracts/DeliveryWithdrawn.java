package anchorage.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * An anchor has taken an applied delivery back: from when it is heard, its lines do not count.
 *
 * @param reason why, in the anchor's words
 */
public record DeliveryWithdrawn(UUID delivery, String anchor, String reason, Instant withdrawnAt) {}
