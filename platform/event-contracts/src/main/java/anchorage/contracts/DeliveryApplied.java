package anchorage.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * The ledger now holds a delivery, or could not take it.
 *
 * @param lines lines counted by the ledger itself
 * @param total their sum by the ledger itself, in pounds
 * @param agrees whether both equal what {@link DeliveryClosed} said; when false, no line of it counts
 */
public record DeliveryApplied(
        UUID delivery, int attempt, long lines, BigDecimal total, boolean agrees, Instant appliedAt) {}
