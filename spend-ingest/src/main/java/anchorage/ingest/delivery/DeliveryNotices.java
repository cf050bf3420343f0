package anchorage.ingest.delivery;

import anchorage.ingest.delivery.Delivery.DeliveryProblem;
import anchorage.ingest.webhook.Event;
import anchorage.ingest.webhook.NoticeData;
import anchorage.ingest.webhook.Notices;
import anchorage.ingest.webhook.Notices.Happening;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What an anchor's webhooks are told of its deliveries, in the transaction that makes it so. */
@ApplicationScoped
class DeliveryNotices {

    private final Notices notices;
    private final DeliveryRow rows;
    private final Clock clock;

    DeliveryNotices(Notices notices, DeliveryRow rows, Clock clock) {
        this.notices = notices;
        this.rows = rows;
        this.clock = clock;
    }

    /** Says that a delivery has come to count, if it still does: a supplement that came too late is taken back at once. */
    void applied(Handle transaction, UUID id) {
        var delivery = delivery(transaction, id);
        if (delivery.state() == DeliveryState.APPLIED) {
            tell(transaction, Event.DELIVERY_APPLIED, delivery, "attempt " + delivery.attempt());
        }
    }

    /** Says that a delivery was refused. A reading that broke off after that, and is begun again, says it once. */
    void refused(Handle transaction, UUID id) {
        var queued = transaction
                .createQuery("SELECT queued_at FROM reading_job WHERE delivery = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne();
        tell(transaction, Event.DELIVERY_REFUSED, delivery(transaction, id), "queued " + queued.orElse("never"));
    }

    private Delivery delivery(Handle transaction, UUID id) {
        return transaction
                .createQuery("SELECT * FROM delivery WHERE id = :id")
                .bind("id", id)
                .map(rows)
                .one();
    }

    private void tell(Handle transaction, Event event, Delivery delivery, String which) {
        var problem = delivery.problem().map(DeliveryProblem::code);
        var data = NoticeData.OfDelivery.of(delivery.id(), delivery.anchor(), delivery.feed(), problem);
        notices.tell(
                transaction,
                new Happening(
                        event, Optional.of(delivery.anchor()), delivery.id() + " " + which, clock.instant(), data));
    }
}
