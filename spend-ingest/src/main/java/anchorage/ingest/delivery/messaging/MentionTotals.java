package anchorage.ingest.delivery.messaging;

import anchorage.contracts.MentionsPaid;
import anchorage.contracts.MentionsPaid.Paid;
import anchorage.contracts.SpendLine;
import anchorage.ingest.delivery.Delivery;
import anchorage.ingest.delivery.Relation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a delivery pays under each of its mentions, so that stewards can look at the greatest values first. */
final class MentionTotals {

    private static final int IN_ONE_FACT = 2000;

    private final Map<UUID, Total> totals = new HashMap<>();

    private static final class Total {
        private long lines;
        private BigDecimal sum = BigDecimal.ZERO;
    }

    void add(SpendLine line) {
        if (line.mention() != null) {
            var total = totals.computeIfAbsent(line.mention(), any -> new Total());
            total.lines++;
            total.sum = total.sum.add(line.amount());
        }
    }

    /** The facts that say it all. */
    List<MentionsPaid> facts(Delivery delivery) {
        var facts = new ArrayList<MentionsPaid>();
        var paid = new ArrayList<Paid>();
        for (var entry : totals.entrySet()) {
            paid.add(new Paid(entry.getKey(), entry.getValue().lines, entry.getValue().sum));
            if (paid.size() == IN_ONE_FACT) {
                facts.add(fact(delivery, paid));
                paid.clear();
            }
        }
        if (!paid.isEmpty()) {
            facts.add(fact(delivery, paid));
        }
        return facts;
    }

    private static MentionsPaid fact(Delivery delivery, List<Paid> paid) {
        return new MentionsPaid(
                delivery.id(), delivery.attempt(), delivery.anchor(), delivery.related(Relation.Kind.SUPERSEDES), paid);
    }
}
