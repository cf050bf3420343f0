package anchorage.registry.supplier;

import java.util.UUID;

/** There is no supplier of that id, or none that this caller may see. */
public class UnknownSupplier extends RuntimeException {

    public UnknownSupplier(UUID id) {
        super("There is no supplier " + id + ".");
    }
}
