package anchorage.registry.candidate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What looking for somebody came to.
 *
 * @param supplier whom a DECIDED match names
 * @param name the supplier's, or empty
 * @param person whether that supplier is a natural person, whom no other anchor may see
 * @param score of it, from 0 to 1
 * @param explanation one sentence for a person
 * @param candidates the likeliest first
 */
public record Match(
        State state,
        Method method,
        Optional<UUID> supplier,
        String name,
        boolean person,
        double score,
        String explanation,
        List<Candidate> candidates) {

    public Match {
        candidates = List.copyOf(candidates);
    }

    /** What is to be done with it. */
    public enum State {
        /** Sure enough to stand without a person. */
        DECIDED,
        /** Likely enough to ask a person. */
        REVIEW,
        /** Nobody is likely. */
        NONE
    }

    Match with(List<Candidate> others) {
        return new Match(state, method, supplier, name, person, score, explanation, others);
    }

    static Match decided(Method method, IndexedName found, double score, String explanation) {
        return new Match(
                State.DECIDED,
                method,
                Optional.of(found.supplier()),
                found.name(),
                found.person(),
                score,
                explanation,
                List.of());
    }

    static Match review(String explanation, List<Candidate> candidates) {
        double score = candidates.isEmpty() ? 0 : candidates.get(0).score();
        return new Match(State.REVIEW, Method.NONE, Optional.empty(), "", false, score, explanation, candidates);
    }

    static Match none(String explanation, List<Candidate> candidates) {
        return new Match(State.NONE, Method.NONE, Optional.empty(), "", false, 0, explanation, candidates);
    }

    /** The likeliest candidate, far enough ahead. */
    static Match scored(Candidate best, String explanation, List<Candidate> candidates) {
        return new Match(
                State.DECIDED,
                Method.SCORED,
                Optional.of(best.supplier()),
                best.name(),
                best.person(),
                best.score(),
                explanation,
                candidates);
    }
}
