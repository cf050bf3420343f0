package anchorage.registry.supplier;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Which supplier's id leads to another's, since a steward found that two are one. Nothing is lost by it. */
@ApplicationScoped
public class SupplierMerges {

    private final Jdbi database;
    private final SupplierFacts facts;
    private final Clock clock;

    SupplierMerges(Jdbi database, SupplierFacts facts, Clock clock) {
        this.database = database;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * A merge, undone or not.
     *
     * @param merged whose id leads to the successor's
     * @param undoneAt when it was undone, or null
     */
    public record Merge(
            UUID id,
            UUID merged,
            UUID successor,
            String reason,
            String decidedBy,
            Instant decidedAt,
            String undoneBy,
            Instant undoneAt) {}

    /** Lets a supplier's id lead to another's. */
    public UUID merge(Handle transaction, UUID merged, UUID successor, String reason, String by) {
        if (successors(transaction, List.of(successor)).get(successor).equals(merged)) {
            throw new UnfitMerge("Supplier " + successor + " is already merged into " + merged + ".");
        }
        if (!successors(transaction, List.of(merged)).get(merged).equals(merged)) {
            throw new UnfitMerge("Supplier " + merged + " is already merged into another. Undo that merge first.");
        }
        var id = UUID.randomUUID();
        transaction
                .createUpdate("""
                        INSERT INTO supplier_merge (id, merged, successor, reason, decided_by, decided_at)
                        VALUES (:id, :merged, :successor, :reason, :by, :now)
                        """)
                .bind("id", id)
                .bind("merged", merged)
                .bind("successor", successor)
                .bind("reason", reason)
                .bind("by", by)
                .bind("now", clock.instant())
                .execute();
        facts.touch(
                transaction,
                Set.of(merged, successors(transaction, List.of(merged)).get(merged)));
        return id;
    }

    /** Undoes a merge: both ids stand for themselves again, and are unsettled until their mentions are decided again. */
    public void undo(Handle transaction, UUID merge, String by) {
        var found = transaction
                .createQuery("SELECT * FROM supplier_merge WHERE id = :id")
                .bind("id", merge)
                .map((row, context) -> merge(row))
                .findOne()
                .filter(known -> known.undoneAt() == null)
                .orElseThrow(() -> new UnfitMerge("There is no merge " + merge + " that stands."));
        var last = successors(transaction, List.of(found.merged())).get(found.merged());
        transaction
                .createUpdate("UPDATE supplier_merge SET undone_at = :now, undone_by = :by WHERE id = :id")
                .bind("now", clock.instant())
                .bind("by", by)
                .bind("id", merge)
                .execute();
        facts.touch(transaction, Set.of(found.merged(), last));
        transaction
                .createUpdate("""
                        INSERT INTO unsettled_supplier (supplier) SELECT DISTINCT id FROM unnest(:ids) id
                        """)
                .bindArray("ids", UUID.class, List.of(found.merged(), found.successor(), last))
                .execute();
    }

    /** What is unsettled: read before the index of names catches up, so that the index knows of all that it tells. */
    public List<Long> unsettled() {
        return database.withHandle(handle -> handle.createQuery("SELECT id FROM unsettled_supplier")
                .mapTo(Long.class)
                .list());
    }

    /** The suppliers of what was read as unsettled and still is, whose mentions the caller decides in this transaction. */
    public Set<UUID> settle(Handle transaction, Collection<Long> unsettled) {
        return new HashSet<>(transaction
                .createQuery("""
                        DELETE FROM unsettled_supplier WHERE id IN (
                            SELECT id FROM unsettled_supplier WHERE id = ANY(:unsettled) ORDER BY id FOR UPDATE)
                        RETURNING supplier
                        """)
                .bindArray("unsettled", Long.class, List.copyOf(unsettled))
                .mapTo(UUID.class)
                .list());
    }

    /** For each of these suppliers the one that its id leads to: mostly itself. */
    public Map<UUID, UUID> successors(Handle handle, Collection<UUID> suppliers) {
        var successors = new HashMap<UUID, UUID>();
        suppliers.forEach(supplier -> successors.put(supplier, supplier));
        handle.createQuery("""
                        WITH RECURSIVE way (origin, at, steps) AS (
                            SELECT id, id, 0 FROM unnest(:ids) id
                            UNION
                            SELECT way.origin, merge.successor, way.steps + 1 FROM way
                            JOIN supplier_merge merge ON merge.merged = way.at AND merge.undone_at IS NULL)
                        SELECT DISTINCT ON (origin) origin, at FROM way ORDER BY origin, steps DESC
                        """)
                .bindArray("ids", UUID.class, List.copyOf(suppliers))
                .map((row, context) ->
                        successors.put(row.getObject("origin", UUID.class), row.getObject("at", UUID.class)))
                .list();
        return successors;
    }

    /** Where a supplier's id leads now, if it leads to another. */
    public Optional<UUID> successor(UUID supplier) {
        return database.withHandle(
                handle -> Optional.of(successors(handle, List.of(supplier)).get(supplier))
                        .filter(successor -> !successor.equals(supplier)));
    }

    /** Merges into or of a supplier, the latest first. */
    public List<Merge> of(UUID supplier) {
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM supplier_merge WHERE merged = :id OR successor = :id ORDER BY decided_at DESC
                        """)
                .bind("id", supplier)
                .map((row, context) -> merge(row))
                .list());
    }

    private static Merge merge(java.sql.ResultSet row) throws java.sql.SQLException {
        var undone = row.getTimestamp("undone_at");
        return new Merge(
                row.getObject("id", UUID.class),
                row.getObject("merged", UUID.class),
                row.getObject("successor", UUID.class),
                row.getString("reason"),
                row.getString("decided_by"),
                row.getTimestamp("decided_at").toInstant(),
                row.getString("undone_by"),
                undone == null ? null : undone.toInstant());
    }
}
