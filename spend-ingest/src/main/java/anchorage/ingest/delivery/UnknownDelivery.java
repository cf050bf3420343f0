package anchorage.ingest.delivery;

import java.util.UUID;

/** There is no delivery of that id. */
public class UnknownDelivery extends RuntimeException {

    public UnknownDelivery(UUID id) {
        super("There is no delivery " + id + ".");
    }
}
