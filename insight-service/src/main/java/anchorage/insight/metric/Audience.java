package anchorage.insight.metric;

import java.util.List;
import java.util.Optional;

/**
 * For whom an answer is.
 *
 * @param anchor the anchor whose own people ask, if they do
 * @param seesAll whether all anchors' figures may be seen, as by a combined authority's analyst
 */
public record Audience(Optional<String> anchor, boolean seesAll) {

    /** What is said in place of the name of a natural person. */
    public static final String WITHHELD = "(a natural person)";

    /** Whether these anchors' lines are all the audience's own, so that nothing of them is withheld. */
    public boolean owns(List<String> anchors) {
        return anchor.map(own -> anchors.equals(List.of(own))).orElse(false);
    }
}
