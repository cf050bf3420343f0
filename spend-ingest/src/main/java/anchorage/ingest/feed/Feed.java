package anchorage.ingest.feed;

import anchorage.ingest.reading.ColumnMapping;
import java.math.BigDecimal;

/**
 * One recurring stream of an anchor's deliveries.
 *
 * @param vatBasis what the amounts include
 * @param threshold pounds below which the anchor publishes no payment, or null where it publishes all
 * @param mapping null until one is given or the first delivery's header has proposed it
 * @param mappingVersion how many mappings the feed has had
 */
public record Feed(
        String anchor,
        String id,
        String title,
        VatBasis vatBasis,
        BigDecimal threshold,
        Cadence cadence,
        ColumnMapping mapping,
        int mappingVersion) {

    /** What a feed's amounts include. */
    public enum VatBasis {
        NET,
        GROSS,
        UNKNOWN
    }

    /** How often a delivery is expected. */
    public enum Cadence {
        WEEKLY,
        MONTHLY,
        QUARTERLY,
        YEARLY,
        IRREGULAR
    }
}
