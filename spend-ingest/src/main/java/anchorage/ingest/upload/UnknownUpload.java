package anchorage.ingest.upload;

import java.util.UUID;

/** There is no upload of that id, or there is none any more. */
public class UnknownUpload extends RuntimeException {

    UnknownUpload(UUID id) {
        super("There is no upload " + id + ". It may have expired or been given up; begin a new one.");
    }
}
