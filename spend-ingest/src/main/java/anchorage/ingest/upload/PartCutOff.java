package anchorage.ingest.upload;

import java.io.IOException;

/** The connection ended before the part did. What arrived is kept. */
public class PartCutOff extends RuntimeException {

    PartCutOff(long received, IOException cause) {
        super(
                "The connection ended before the part did. The upload has " + received + " bytes; send what follows.",
                cause);
    }
}
