package anchorage.registry.candidate;

import java.util.List;
import java.util.UUID;

/**
 * A supplier that somebody looked for could be.
 *
 * @param name the name it goes by in the index
 * @param score the model's probability, from 0 to 1
 * @param reasons what spoke most for and against it, in words
 * @param wellFounded whether no rare word looked for is missing from its name, and more than a bare word agrees; else a
 *     score alone, however high, decides nothing
 * @param person whether it is a natural person, whom no other anchor may see
 */
public record Candidate(
        UUID supplier, String name, double score, List<String> reasons, boolean wellFounded, boolean person) {

    public Candidate {
        reasons = List.copyOf(reasons);
    }
}
