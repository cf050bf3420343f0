package anchorage.registry.supplier;

import java.util.Optional;
import java.util.UUID;

/**
 * What is now so of a supplier that changed.
 *
 * @param id of the supplier
 * @param into the supplier it was merged into, where it was
 * @param supplier as it is known now, where it is shown and stands for itself
 */
public record SupplierChange(Outcome outcome, UUID id, Optional<UUID> into, Optional<Supplier> supplier) {

    /** What became of it. */
    public enum Outcome {
        /** It was registered, or facts of it were, or a merge of it was undone. */
        CHANGED,
        /** Its id leads to another's. */
        MERGED,
        /** It was found to be a natural person, and is not shown any more. */
        WITHHELD
    }

    static SupplierChange changed(Supplier supplier) {
        return new SupplierChange(Outcome.CHANGED, supplier.id(), Optional.empty(), Optional.of(supplier));
    }

    static SupplierChange merged(UUID id, UUID into) {
        return new SupplierChange(Outcome.MERGED, id, Optional.of(into), Optional.empty());
    }

    static SupplierChange withheld(UUID id) {
        return new SupplierChange(Outcome.WITHHELD, id, Optional.empty(), Optional.empty());
    }
}
