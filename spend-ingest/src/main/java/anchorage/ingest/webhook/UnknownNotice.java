package anchorage.ingest.webhook;

import java.util.UUID;

/** The webhook has no notice of that id. */
public class UnknownNotice extends RuntimeException {

    UnknownNotice(UUID id) {
        super("The webhook has no notice " + id
                + ". Notices are kept for some weeks, and their list says which there are.");
    }
}
