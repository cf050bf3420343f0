package anchorage.insight.ledger;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A delivery in the ledger.
 *
 * @param path its Parquet file
 * @param vatBasis what its amounts include
 */
public record LedgerEntry(
        UUID delivery, String anchor, String feed, String vatBasis, String path, long lines, BigDecimal total) {}
