package anchorage.registry.identification;

import anchorage.contracts.ReviewNeeded;
import anchorage.contracts.Topics;
import anchorage.outbox.Outbox;
import anchorage.registry.identification.Identification.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Says when mentions come into the review queue, to those who would have to look for it otherwise. */
@ApplicationScoped
class ReviewQueue {

    /** In one fact, so that what is told of it stays small. */
    private static final int TOGETHER = 200;

    private final Outbox outbox;

    ReviewQueue(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Says which of these decisions, which do not stand yet, bring a mention in that is not there. */
    void need(Handle transaction, List<Identification> decisions, Instant now) {
        var unsure = decisions.stream()
                .filter(decision -> decision.state() == State.REVIEW)
                .map(decision -> decision.mention().id())
                .toList();
        if (unsure.isEmpty()) {
            return;
        }
        var there = new HashSet<>(transaction
                .createQuery("""
                        SELECT mention FROM identification
                        WHERE mention = ANY(:mentions) AND state = 'REVIEW' AND retired_at IS NULL
                        """)
                .bindArray("mentions", UUID.class, unsure)
                .mapTo(UUID.class)
                .list());
        var come = unsure.stream().filter(mention -> !there.contains(mention)).toList();
        var facts = new ArrayList<ReviewNeeded>();
        for (int from = 0; from < come.size(); from += TOGETHER) {
            var some = come.subList(from, Math.min(from + TOGETHER, come.size()));
            facts.add(new ReviewNeeded(UUID.randomUUID(), some, now));
        }
        outbox.sayAll(
                transaction, Topics.REVIEWS_NEEDED, facts, fact -> fact.id().toString());
    }
}
