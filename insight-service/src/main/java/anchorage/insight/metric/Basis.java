package anchorage.insight.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an answer rests on. */
public record Basis(
        @Schema(description = "The moment whose knowledge answers; ask with it again and the answer is the same")
        Instant asOf,

        List<String> anchors,
        LedgerBasis ledger,
        RegistryBasis registry,
        GeographyBasis geography,

        @Schema(description = "name@version", examples = "district@1")
        String localDefinition,

        @Schema(description = "name@version") String scopeRules,

        @Schema(description = "What the amounts include: NET, GROSS or UNKNOWN")
        List<String> vatBases,

        Coverage coverage,

        @Schema(description = "What to bear in mind with these figures")
        List<String> warnings) {

    /** How much of the ledger was read. */
    public record LedgerBasis(int deliveries, long lines) {}

    /** How many mentions were decided at that moment. */
    public record RegistryBasis(long identifications) {}

    /** How many places were known at that moment. */
    public record GeographyBasis(long places) {}

    /** How much of the value in the answer is of suppliers that are known. Shares from 0 to 1, absent without value. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Coverage(String identified, String located) {}
}
