package anchorage.insight.lineage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of the ledger, and what the definitions made of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerLine(
        UUID delivery,

        @Schema(description = "The record's number in the delivery's file, the first after the header being 1")
        long row,

        String anchor,
        LocalDate paidOn,

        @Schema(description = "Pounds, exact as the anchor wrote them", examples = "2850.00")
        String amount,

        @Schema(description = "As the anchor wrote it; withheld from others where it is likely a person's")
        String supplierName,

        boolean redacted,
        String unit,
        String category,
        String categoryCode,
        String categoryScheme,
        String purpose,
        String transaction,
        String capitalOrRevenue,
        String contract,
        String scope,

        @Schema(description = "The scope rule that put the line into its scope; absent for PROCUREMENT")
        String scopeRule,

        @Schema(description = "The supplier the line's mention is identified as")
        UUID supplier,

        String supplierKnownAs,

        @Schema(description = "How the mention was identified")
        String identifiedBy,

        String identificationExplained,
        String postcode,

        @Schema(description = "GSS code of the district of the premises that count")
        String district,

        @Schema(description = "LOCAL, ELSEWHERE or UNKNOWN by the local definition")
        String verdict,

        @Schema(
                description = "Why: premises-inside, premises-outside, redacted, no-supplier-named, not-identified, "
                        + "no-premises-known, owner-not-known, postcode-not-known, area-not-known")
        String reason) {

    /** The pounds, with two places at least and no more than the line has. */
    static String exact(BigDecimal amount) {
        var plain = amount.stripTrailingZeros();
        return (plain.scale() < 2 ? plain.setScale(2) : plain).toPlainString();
    }
}
