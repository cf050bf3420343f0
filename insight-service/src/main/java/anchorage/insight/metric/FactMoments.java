package anchorage.insight.metric;

import anchorage.insight.knowledge.FactKind;
import anchorage.insight.knowledge.KnownFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;

/** When the facts that a question uses last changed. */
@ApplicationScoped
class FactMoments {

    private final KnownFacts facts;

    FactMoments(KnownFacts facts) {
        this.facts = facts;
    }

    /**
     * The question's moments moved back to those at which its facts last changed: between them all facts are the same, so
     * what is worked out of facts alone for the one is right for the other.
     */
    Moments of(Question question) {
        var asked = question.moments();
        return new Moments(
                Instant.EPOCH,
                facts.lastChange(Set.of(FactKind.IDENTIFICATION, FactKind.SUPPLIER), asked.suppliers()),
                facts.lastChange(Set.of(FactKind.ANCHOR, FactKind.PLACE), asked.places()),
                facts.lastChange(Set.of(FactKind.SUPPLIER), asked.ownership()),
                asked.ownershipOn());
    }
}
