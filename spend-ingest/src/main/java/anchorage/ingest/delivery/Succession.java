package anchorage.ingest.delivery;

import anchorage.contracts.DeliveryWithdrawn;
import anchorage.contracts.Topics;
import anchorage.ingest.KeepableText;
import anchorage.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** How deliveries of a feed follow on each other: one takes another's place, mends it, or is taken back. */
@ApplicationScoped
class Succession {

    private final DeliveryRow rows;
    private final Outbox outbox;
    private final Clock clock;

    Succession(DeliveryRow rows, Outbox outbox, Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Makes sure that new bytes may be to an earlier delivery what they say; locks it until the transaction ends. */
    void check(Handle transaction, Relation relation, Push push, String sha256) {
        var earlier = transaction
                .createQuery("SELECT * FROM delivery WHERE id = :id AND anchor = :anchor AND feed = :feed FOR UPDATE")
                .bind("id", relation.delivery())
                .bind("anchor", push.anchor())
                .bind("feed", push.feed())
                .map(rows)
                .findOne()
                .orElseThrow(() -> new UnknownDelivery(relation.delivery()));
        switch (relation.kind()) {
            case SUPERSEDES -> mustGiveWay(transaction, earlier, sha256);
            case SUPPLEMENTS -> mustTakeASupplement(transaction, earlier, sha256);
        }
    }

    /** A delivery can give way to one other at a time, while it counts. */
    private static void mustGiveWay(Handle transaction, Delivery old, String sha256) {
        var other = transaction
                .createQuery("""
                        SELECT id, sha256 FROM delivery
                        WHERE supersedes = :id AND state NOT IN ('REFUSED', 'SUPERSEDED', 'WITHDRAWN')
                        """)
                .bind("id", old.id())
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getString("sha256")))
                .findOne();
        if (other.isPresent() && other.get().getValue().equals(sha256)) {
            return;
        }
        if (other.isPresent()) {
            throw NotApplied.alreadyPromised(old, other.get().getKey());
        }
        if (old.state() != DeliveryState.APPLIED) {
            throw NotApplied.toSupersede(old);
        }
    }

    /** One supplement at a time, so that two can never bring the same mended row. */
    private void mustTakeASupplement(Handle transaction, Delivery mended, String sha256) {
        if (mended.state() != DeliveryState.APPLIED) {
            throw NotApplied.toSupplement(mended);
        }
        if (mended.relation().map(Relation::kind).equals(Optional.of(Relation.Kind.SUPPLEMENTS))) {
            throw NotApplied.supplementOfASupplement(
                    mended, mended.relation().get().delivery());
        }
        if (mended.tally().refused() == 0) {
            throw NotApplied.nothingToMend(mended);
        }
        for (var other : supplements(transaction, mended.id())) {
            boolean isUnderway = other.state() != DeliveryState.APPLIED;
            if (isUnderway && !other.sha256().equals(sha256)) {
                throw NotApplied.supplementUnderway(mended, other.id());
            }
        }
    }

    /** The deliveries that mend this one and count, or may come to count. */
    List<Delivery> supplements(Handle handle, UUID id) {
        return handle.createQuery("""
                        SELECT * FROM delivery
                        WHERE supplements = :id AND state IN ('RECEIVED', 'READING', 'PUBLISHED', 'APPLIED')
                        ORDER BY received_at, id
                        """).bind("id", id).map(rows).list();
    }

    /** Takes a delivery back and what mends it, and says so. */
    Delivery withdraw(Handle transaction, UUID id, String said) {
        var reason = KeepableText.of(said);
        var delivery = transaction
                .createQuery("SELECT * FROM delivery WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .map(rows)
                .findOne()
                .orElseThrow(() -> new UnknownDelivery(id));
        if (delivery.state() == DeliveryState.WITHDRAWN) {
            return delivery;
        }
        if (delivery.state() != DeliveryState.APPLIED) {
            throw NotApplied.toWithdraw(delivery);
        }
        supplements(transaction, id).stream()
                .filter(supplement -> supplement.state() == DeliveryState.APPLIED)
                .forEach(supplement -> takeBack(transaction, supplement, reason));
        return takeBack(transaction, delivery, reason);
    }

    private Delivery takeBack(Handle transaction, Delivery delivery, String reason) {
        var now = clock.instant();
        outbox.say(
                transaction,
                Topics.DELIVERIES_WITHDRAWN,
                delivery.id().toString(),
                new DeliveryWithdrawn(delivery.id(), delivery.anchor(), reason, now));
        return transaction
                .createQuery("""
                        UPDATE delivery SET state = 'WITHDRAWN', withdrawal_reason = :reason, withdrawn_at = :now
                        WHERE id = :id RETURNING *
                        """)
                .bind("reason", reason)
                .bind("now", now)
                .bind("id", delivery.id())
                .map(rows)
                .one();
    }

    /** A delivery has come to count: the one whose place it takes does not, and a supplement that came late neither. */
    void follow(Handle transaction, UUID applied) {
        transaction.execute("""
                UPDATE delivery AS old SET state = 'SUPERSEDED', superseded_by = new.id FROM delivery AS new
                WHERE new.id = ? AND (old.id = new.supersedes OR old.supplements = new.supersedes)
                    AND old.state = 'APPLIED' AND new.state = 'APPLIED'
                """, applied);
        transaction
                .createQuery("""
                        SELECT late.* FROM delivery late JOIN delivery mended ON mended.id = late.supplements
                        WHERE late.id = :id AND late.state = 'APPLIED' AND mended.state IN ('SUPERSEDED', 'WITHDRAWN')
                        """)
                .bind("id", applied)
                .map(rows)
                .findOne()
                .ifPresent(late -> takeBack(
                        transaction, late, "The delivery that it supplements stopped counting before it was applied."));
    }
}
