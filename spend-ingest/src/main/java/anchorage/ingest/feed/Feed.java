package anchorage.ingest.feed;

import anchorage.ingest.reading.ColumnMapping;
import anchorage.ingest.reading.Field;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * One recurring stream of an anchor's deliveries.
 *
 * @param vatBasis what the amounts include
 * @param threshold pounds below which the anchor publishes no payment, or null where it publishes all
 * @param mapping null until one is given or the first delivery's header has proposed it
 * @param mappingVersion how many mappings the feed has had
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
        UNKNOWN;

        /**
         * What a header says of its amounts: by the words net and gross, or by the LGA's schema, whose Amount is net and
         * stands beside the VAT that cannot be recovered. Anything else says nothing.
         */
        public static VatBasis proposedBy(List<String> header, ColumnMapping mapping) {
            var said = saidBy(mapping.header(Field.AMOUNT).orElse(""));
            if (said != UNKNOWN) {
                return said;
            }
            return mapping.header(Field.IRRECOVERABLE_VAT)
                            .filter(header::contains)
                            .isPresent()
                    ? NET
                    : UNKNOWN;
        }

        /** What the name of a column of amounts says by its words. */
        public static VatBasis saidBy(String amountColumn) {
            var name = amountColumn.toLowerCase(Locale.ROOT);
            if (name.contains("gross") || name.contains("inc")) {
                return GROSS;
            }
            return name.contains("net") || name.contains("exc") ? NET : UNKNOWN;
        }
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
