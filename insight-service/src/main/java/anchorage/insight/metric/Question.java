package anchorage.insight.metric;

import anchorage.insight.localdefinition.LocalDefinition;
import anchorage.insight.scope.Scope;
import anchorage.insight.scope.ScopeRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is asked, with everything that decides the answer.
 *
 * @param anchors whose lines
 * @param scope which scope's lines, or empty for all
 * @param verdict which verdict's lines, or empty for all
 * @param where of each of these breakdowns, the one value whose lines are meant
 * @param supplier whose payments, or empty for all
 * @param top only payments to this many of each anchor's largest suppliers, or empty for all
 * @param whose whose premises decide
 * @param moments the moments whose knowledge answers
 */
public record Question(
        List<String> anchors,
        Days days,
        LocalDefinition definition,
        ScopeRules rules,
        Optional<Scope> scope,
        Optional<Verdict> verdict,
        Map<Dimension, String> where,
        Optional<UUID> supplier,
        Optional<Integer> top,
        Whose whose,
        Moments moments) {

    public Question {
        anchors = List.copyOf(anchors);
        where = Map.copyOf(where);
    }

    /** What a local definition says of a line. */
    public enum Verdict {
        LOCAL,
        ELSEWHERE,
        UNKNOWN
    }

    /** Whose premises decide where a line's money goes. */
    public enum Whose {
        PREMISES,
        /** The body at the end of the supplier's chain of parents, to which its profits go. */
        OWNER
    }

    /** The moment that the answer names. */
    public Instant asOf() {
        return moments.ledger();
    }

    /** The same question about other anchors. */
    public Question about(List<String> others) {
        return new Question(others, days, definition, rules, scope, verdict, where, supplier, top, whose, moments);
    }

    /** The same question about other days. */
    public Question during(Days others) {
        return new Question(anchors, others, definition, rules, scope, verdict, where, supplier, top, whose, moments);
    }

    /** The same question by another definition of local. */
    public Question by(LocalDefinition other) {
        return new Question(anchors, days, other, rules, scope, verdict, where, supplier, top, whose, moments);
    }

    /** The same question about lines of that verdict, or of all. */
    public Question saying(Optional<Verdict> other) {
        return new Question(anchors, days, definition, rules, scope, other, where, supplier, top, whose, moments);
    }

    /** The same question about other values of the breakdowns. */
    public Question where(Map<Dimension, String> others) {
        return new Question(anchors, days, definition, rules, scope, verdict, others, supplier, top, whose, moments);
    }

    /** The same question about payments to that supplier, or to all. */
    public Question paying(Optional<UUID> other) {
        return new Question(anchors, days, definition, rules, scope, verdict, where, other, top, whose, moments);
    }

    /** The same question with other knowledge. */
    public Question knowing(Moments others) {
        return new Question(anchors, days, definition, rules, scope, verdict, where, supplier, top, whose, others);
    }
}
