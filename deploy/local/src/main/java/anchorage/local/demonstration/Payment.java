package anchorage.local.demonstration;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A line that an anchor of the demonstration region is about to write.
 *
 * @param companyNumber or empty
 */
record Payment(
        LocalDate paidOn,
        String supplier,
        String companyNumber,
        String code,
        BigDecimal amount,
        String unit,
        String category,
        String categoryCode,
        String purpose) {}
