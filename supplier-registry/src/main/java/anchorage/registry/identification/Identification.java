package anchorage.registry.identification;

import anchorage.registry.DigestId;
import anchorage.registry.candidate.Candidate;
import anchorage.registry.candidate.Match;
import anchorage.registry.candidate.Method;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;

/**
 * The decision that a mention is a supplier.
 *
 * @param score from 0 to 1: how sure the method is
 * @param explanation one sentence for a person
 * @param candidates whom else it could be, the likeliest first
 * @param decidedBy the steward who decided, or null where a method did
 */
record Identification(
        Mention mention,
        UUID supplier,
        Method method,
        BigDecimal score,
        State state,
        String explanation,
        List<Candidate> candidates,
        String decidedBy) {

    Identification {
        candidates = List.copyOf(candidates);
    }

    /** Where a decision stands. Until one is DECIDED, the supplier is a provisional one of the anchor's own. */
    enum State {
        DECIDED,
        REVIEW,
        PROVISIONAL
    }

    static Identification decided(Mention mention, UUID supplier, Match match) {
        return new Identification(
                mention,
                supplier,
                match.method(),
                rounded(match.score()),
                State.DECIDED,
                match.explanation(),
                match.candidates(),
                null);
    }

    static Identification bySteward(Mention mention, UUID supplier, String reason, String steward) {
        return new Identification(
                mention,
                supplier,
                Method.STEWARD,
                BigDecimal.ONE,
                State.DECIDED,
                "A steward decided: " + reason,
                List.of(),
                steward);
    }

    static Identification bySupplierCode(Mention mention, UUID supplier) {
        return new Identification(
                mention,
                supplier,
                Method.SUPPLIER_CODE,
                new BigDecimal("0.97"),
                State.DECIDED,
                "The anchor's supplier code " + mention.supplierCode()
                        + " was decided to be this supplier for every other name under it.",
                List.of(),
                null);
    }

    static Identification review(Mention mention, double score, String why, List<Candidate> candidates) {
        return new Identification(
                mention, provisional(mention), Method.NONE, rounded(score), State.REVIEW, why, candidates, null);
    }

    static Identification provisional(Mention mention, String why, List<Candidate> candidates) {
        return new Identification(
                mention, provisional(mention), Method.NONE, BigDecimal.ZERO, State.PROVISIONAL, why, candidates, null);
    }

    /** One provisional supplier for each name that an anchor writes, however it spells or codes it. */
    private static UUID provisional(Mention mention) {
        var name = mention.nameKey().isEmpty() ? mention.name() : mention.nameKey();
        return DigestId.of("provisional", mention.anchor(), name);
    }

    private static BigDecimal rounded(double score) {
        return BigDecimal.valueOf(score).setScale(4, RoundingMode.HALF_UP);
    }

    /** The same decision for the supplier that this one's id leads to. */
    Identification of(UUID successor) {
        return new Identification(mention, successor, method, score, state, explanation, candidates, decidedBy);
    }

    boolean isDecided() {
        return state == State.DECIDED;
    }
}
