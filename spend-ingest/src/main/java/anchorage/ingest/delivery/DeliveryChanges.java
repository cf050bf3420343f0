package anchorage.ingest.delivery;

import anchorage.kit.security.Reach;
import anchorage.safeguard.CommitOrder;
import anchorage.safeguard.CommitOrder.Part;
import anchorage.safeguard.CommitOrder.Place;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Which deliveries came or came to another state, the earliest first, each once, as it is now. */
@ApplicationScoped
public class DeliveryChanges {

    private final Jdbi database;
    private final DeliveryRow rows;

    DeliveryChanges(Jdbi database, DeliveryRow rows) {
        this.database = database;
        this.rows = rows;
    }

    void open(@Observes StartupEvent started) {
        Reach.EVERY_ANCHOR.during(() -> {
            database.useTransaction(transaction -> CommitOrder.renumber(transaction, "delivery"));
        });
    }

    private record Changed(Delivery delivery, long changedIn) {

        UUID id() {
            return delivery.id();
        }
    }

    /** Deliveries of an anchor, or of all that the work at hand reaches, that changed behind a place, at most so many. */
    public Part<Delivery> after(Optional<Place> place, int most, Optional<String> anchor) {
        return database.withHandle(handle -> {
            var readable = CommitOrder.after(handle, place);
            var changed = handle.createQuery("""
                            SELECT * FROM delivery
                            WHERE (changed_in, id) > (:changedIn, :id) AND changed_in < :before
                                AND (CAST(:anchor AS text) IS NULL OR anchor = :anchor)
                            ORDER BY changed_in, id LIMIT :most
                            """)
                    .bind("changedIn", readable.after().transaction())
                    .bind("id", readable.after().row())
                    .bind("before", readable.before())
                    .bind("anchor", anchor.orElse(null))
                    .bind("most", most)
                    .map((row, context) -> new Changed(rows.map(row, context), row.getLong("changed_in")))
                    .list();
            var upTo = readable.after();
            if (!changed.isEmpty()) {
                var last = changed.get(changed.size() - 1);
                upTo = upTo.at(last.changedIn, last.id());
            }
            return new Part<>(changed.stream().map(Changed::delivery).toList(), upTo);
        });
    }
}
