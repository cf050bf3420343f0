package anchorage.ingest.upload;

import java.util.UUID;

/** While a part arrived, somebody asked for the upload's offset or sent another part, so this one ends where it is. */
public class PartOvertaken extends RuntimeException {

    PartOvertaken(UUID upload) {
        super("Another request has taken upload " + upload
                + " over while this part arrived. An upload takes one part at a time; ask for its offset with HEAD "
                + "and go on there.");
    }
}
