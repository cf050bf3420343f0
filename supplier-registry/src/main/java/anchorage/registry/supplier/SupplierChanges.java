package anchorage.registry.supplier;

import anchorage.kit.security.Reach;
import anchorage.safeguard.CommitOrder;
import anchorage.safeguard.CommitOrder.Part;
import anchorage.safeguard.CommitOrder.Place;
import anchorage.safeguard.CommitOrder.Readable;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Which suppliers changed, the earliest first, each once, as it is now. A change of a supplier is a transaction that
 * recorded or retired facts of it, or that merged it or undid that; nothing is written for it but the transaction's
 * number, which the index of names goes by too.
 */
@ApplicationScoped
public class SupplierChanges {

    private static final int BEFORE_THE_INDEX = Interceptor.Priority.LIBRARY_BEFORE;

    private final Jdbi database;
    private final SupplierMerges merges;

    SupplierChanges(Jdbi database, SupplierMerges merges) {
        this.database = database;
        this.merges = merges;
    }

    void open(@Observes @Priority(BEFORE_THE_INDEX) StartupEvent started) {
        Reach.NOTHING.during(() -> {
            database.useTransaction(transaction -> CommitOrder.renumber(transaction, "supplier"));
        });
    }

    /**
     * Suppliers of registers that changed behind a place, at most so many. Natural persons only for those who see them:
     * to others one is {@code WITHHELD} that was shown before it was known to be one, and the rest are passed over. It
     * reads on where some are not shown, so that fewer are the last.
     */
    public Part<SupplierChange> after(Optional<Place> place, int most, boolean seesPersons) {
        return database.withHandle(handle -> {
            var readable = CommitOrder.after(handle, place);
            var found = new ArrayList<SupplierChange>();
            var upTo = readable.after();
            while (found.size() < most) {
                int wanted = most - found.size();
                var rows = changed(handle, new Readable(upTo, readable.before()), wanted);
                found.addAll(changes(handle, rows, seesPersons));
                if (!rows.isEmpty()) {
                    var last = rows.get(rows.size() - 1);
                    upTo = upTo.at(last.changedIn, last.id);
                }
                if (rows.size() < wanted) {
                    break;
                }
            }
            return new Part<>(found, upTo);
        });
    }

    private record Changed(UUID id, long changedIn, Instant createdAt) {}

    private static List<Changed> changed(Handle handle, Readable readable, int most) {
        return handle.createQuery("""
                        SELECT id, changed_in, created_at FROM supplier
                        WHERE (changed_in, id) > (:changedIn, :id) AND changed_in < :before AND NOT provisional
                        ORDER BY changed_in, id LIMIT :most
                        """)
                .bind("changedIn", readable.after().transaction())
                .bind("id", readable.after().row())
                .bind("before", readable.before())
                .bind("most", most)
                .map((row, context) -> new Changed(
                        row.getObject("id", UUID.class),
                        row.getLong("changed_in"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    private List<SupplierChange> changes(Handle handle, List<Changed> rows, boolean seesPersons) {
        var ids = rows.stream().map(Changed::id).toList();
        var successors = merges.successors(handle, ids);
        var known = FactRows.now(handle, successors.values()).stream()
                .collect(Collectors.toMap(Supplier::id, Function.identity()));
        var changes = new ArrayList<SupplierChange>();
        for (var row : rows) {
            var supplier = known.get(successors.get(row.id));
            if (seesPersons || !supplier.isPerson()) {
                changes.add(
                        supplier.id().equals(row.id)
                                ? SupplierChange.changed(supplier)
                                : SupplierChange.merged(row.id, supplier.id()));
            } else if (!supplier.isPersonSince(row.id, row.createdAt)) {
                changes.add(SupplierChange.withheld(row.id));
            }
        }
        return changes;
    }
}
