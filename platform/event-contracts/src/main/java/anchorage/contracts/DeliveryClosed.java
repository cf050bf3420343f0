package anchorage.contracts;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A delivery's lines have all been sent. A reader applies the delivery only when what it received is exactly this.
 *
 * @param chunks how many chunks of lines were sent
 * @param lines how many lines they hold together
 * @param total the exact sum of their amounts, in pounds
 * @param creditLines how many lines are below zero
 * @param credits the exact sum of those, zero or less
 */
public record DeliveryClosed(
        UUID delivery, int attempt, int chunks, long lines, BigDecimal total, long creditLines, BigDecimal credits) {}
