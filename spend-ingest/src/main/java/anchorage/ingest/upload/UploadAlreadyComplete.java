package anchorage.ingest.upload;

import java.util.UUID;

/** Nothing can be added to an upload that has become a delivery. */
public class UploadAlreadyComplete extends RuntimeException {

    private final UUID delivery;

    UploadAlreadyComplete(UUID delivery) {
        super("The upload is complete and has become delivery " + delivery + ".");
        this.delivery = delivery;
    }

    public UUID delivery() {
        return delivery;
    }
}
