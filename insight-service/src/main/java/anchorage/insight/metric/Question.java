package anchorage.insight.metric;

import anchorage.insight.localdefinition.LocalDefinition;
import anchorage.insight.scope.Scope;
import anchorage.insight.scope.ScopeRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is asked, with everything that decides the answer.
 *
 * @param anchors whose lines
 * @param from first day of payment, or empty for the ledger's first
 * @param to last day of payment, that day included, or empty for the ledger's last
 * @param scope which scope's lines, or empty for all
 * @param verdict which verdict's lines, or empty for all
 * @param category which category's lines, as the lines write it, or empty for all
 * @param asOf the moment whose knowledge answers
 */
public record Question(
        List<String> anchors,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        LocalDefinition definition,
        ScopeRules rules,
        Optional<Scope> scope,
        Optional<Verdict> verdict,
        Optional<String> category,
        Instant asOf) {

    public Question {
        anchors = List.copyOf(anchors);
    }

    /** What a local definition says of a line. */
    public enum Verdict {
        LOCAL,
        ELSEWHERE,
        UNKNOWN
    }
}
