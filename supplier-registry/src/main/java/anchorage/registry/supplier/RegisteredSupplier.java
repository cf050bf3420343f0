package anchorage.registry.supplier;

import java.util.List;
import java.util.UUID;

/**
 * A supplier as one record of a register describes it.
 *
 * @param id the same for the same organisation in every version of the register
 */
public record RegisteredSupplier(UUID id, List<SupplierFact> facts) {

    public RegisteredSupplier {
        facts = List.copyOf(facts);
    }
}
