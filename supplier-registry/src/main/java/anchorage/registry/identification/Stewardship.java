package anchorage.registry.identification;

import anchorage.registry.identification.StewardDecisions.Kind;
import anchorage.registry.supplier.Supplier;
import anchorage.registry.supplier.SupplierFact;
import anchorage.registry.supplier.SupplierFacts;
import anchorage.registry.supplier.SupplierIndex;
import anchorage.registry.supplier.SupplierMerges;
import anchorage.registry.supplier.Suppliers;
import anchorage.registry.supplier.UnfitMerge;
import anchorage.registry.supplier.UnknownSupplier;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** What stewards do to suppliers, and what becomes of the mentions that are them. Every act is kept with its reason. */
@ApplicationScoped
public class Stewardship {

    private static final Logger AUDIT = Logger.getLogger("anchorage.audit");
    private static final String SOURCE = "steward";
    private static final int AFTER_THE_INDEX = Interceptor.Priority.APPLICATION + 1000;

    private final Jdbi database;
    private final Suppliers suppliers;
    private final SupplierFacts facts;
    private final SupplierMerges merges;
    private final SupplierIndex index;
    private final Identifications identifications;
    private final IdentificationRows rows;

    Stewardship(
            Jdbi database,
            Suppliers suppliers,
            SupplierFacts facts,
            SupplierMerges merges,
            SupplierIndex index,
            Identifications identifications,
            IdentificationRows rows) {
        this.database = database;
        this.suppliers = suppliers;
        this.facts = facts;
        this.merges = merges;
        this.index = index;
        this.identifications = identifications;
        this.rows = rows;
    }

    /** A supplier of that id, its own or the one it leads to. */
    public Supplier known(UUID id) {
        return suppliers.find(merges.successor(id).orElse(id)).orElseThrow(() -> new UnknownSupplier(id));
    }

    /** Makes a supplier that no register has. */
    public Supplier make(List<SupplierFact> known, boolean demonstration, String steward) {
        var id = UUID.randomUUID();
        database.useTransaction(transaction ->
                facts.make(transaction, id, demonstration, new SupplierFacts.Stated(known, SOURCE, steward)));
        AUDIT.infof("a supplier was made caller=%s supplier=%s", steward, id);
        index.catchUp();
        return suppliers.find(id).orElseThrow();
    }

    /** Records a fact of a supplier, and tells whoever relies on it. */
    public Supplier record(UUID supplier, SupplierFact fact, String steward) {
        var known = known(supplier);
        database.useTransaction(transaction -> {
            facts.recordBy(transaction, known.id(), fact, SOURCE, steward);
            identifications.announceSuppliers(transaction, List.of(known.id()));
        });
        AUDIT.infof("a fact was recorded caller=%s supplier=%s kind=%s", steward, known.id(), fact.kind());
        index.catchUp();
        return suppliers.find(known.id()).orElseThrow();
    }

    /** Lets one supplier's id lead to another's; what was decided to be the one is the other from now on. */
    public UUID merge(UUID merged, UUID successor, String reason, String steward) {
        if (merged.equals(successor)) {
            throw new UnfitMerge("A supplier cannot be merged into itself.");
        }
        var into = known(successor).id();
        suppliers.find(merged).orElseThrow(() -> new UnknownSupplier(merged));
        var merge = database.inTransaction(transaction -> {
            var id = merges.merge(transaction, merged, into, reason, steward);
            rows.repoint(transaction, merged, into, "Merged: " + reason + " ");
            suppliers.announce(transaction, Set.of(into));
            return id;
        });
        AUDIT.infof("suppliers were merged caller=%s merged=%s into=%s", steward, merged, into);
        index.catchUp();
        return merge;
    }

    /** Undoes a merge; whatever was the successor is decided again. */
    public void undoMerge(UUID merge, String steward) {
        database.useTransaction(transaction -> merges.undo(transaction, merge, steward));
        AUDIT.infof("a merge was undone caller=%s merge=%s", steward, merge);
        settle();
    }

    /** Decides again what was decided to be a supplier of an undone merge, where a crash came between. */
    void open(@Observes @Priority(AFTER_THE_INDEX) StartupEvent started) {
        settle();
    }

    /** Decides again what was decided to be a supplier of an undone merge. */
    public void settle() {
        var unsettled = merges.unsettled();
        index.catchUp();
        database.useTransaction(transaction -> {
            var again = merges.settle(transaction, unsettled);
            identifications.decideAgain(transaction, again);
            suppliers.announce(transaction, again);
        });
    }

    /**
     * What a split takes out of a supplier.
     *
     * @param name of the part
     * @param facts ids of facts that are the part's
     * @param mentions that are the part
     */
    public record Part(String name, List<Long> facts, List<UUID> mentions) {

        public Part {
            facts = List.copyOf(facts);
            mentions = List.copyOf(mentions);
        }
    }

    /** Makes a supplier of a part of another, which keeps its id; the part's facts and mentions go with it. */
    public Supplier split(UUID supplier, Part part, String reason, String steward) {
        var whole = known(supplier);
        var id = UUID.randomUUID();
        database.useTransaction(transaction -> {
            boolean isDemonstration = transaction
                    .createQuery("SELECT demonstration FROM supplier WHERE id = :id")
                    .bind("id", whole.id())
                    .mapTo(Boolean.class)
                    .one();
            var name = List.of(SupplierFact.name(part.name()));
            facts.make(transaction, id, isDemonstration, new SupplierFacts.Stated(name, SOURCE, steward));
            facts.move(transaction, whole.id(), id, part.facts(), steward);
            transaction
                    .createUpdate("""
                            INSERT INTO supplier_split (id, split, part, reason, decided_by, decided_at)
                            VALUES (:id, :split, :part, :reason, :by, now())
                            """)
                    .bind("id", UUID.randomUUID())
                    .bind("split", whole.id())
                    .bind("part", id)
                    .bind("reason", reason)
                    .bind("by", steward)
                    .execute();
            for (var mention : part.mentions()) {
                identifications.decideBy(transaction, mention, Kind.SUPPLIER, id, "split: " + reason, steward);
            }
            identifications.announceSuppliers(transaction, List.of(whole.id(), id));
        });
        AUDIT.infof("a supplier was split caller=%s supplier=%s part=%s", steward, whole.id(), id);
        index.catchUp();
        return suppliers.find(id).orElseThrow();
    }
}
