package anchorage.registry.identification;

import anchorage.registry.candidate.Candidate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;

/**
 * A supplier that a mention, or a query, could be.
 *
 * @param score from 0 to 1: the model's probability
 * @param reasons what speaks most for and against it
 */
public record SuggestedSupplier(UUID supplier, String name, BigDecimal score, List<String> reasons) {

    public SuggestedSupplier {
        reasons = List.copyOf(reasons);
    }

    /** The suggestion that a candidate makes. */
    public static SuggestedSupplier of(Candidate candidate) {
        return new SuggestedSupplier(
                candidate.supplier(),
                candidate.name(),
                BigDecimal.valueOf(candidate.score()).setScale(4, RoundingMode.HALF_UP),
                candidate.reasons());
    }
}
