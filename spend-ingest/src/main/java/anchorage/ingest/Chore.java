package anchorage.ingest;

import java.time.Duration;

/** Something to look after now and then, whether or not anybody asks. With several replicas, each does it. */
public interface Chore {

    /** How long to wait in between. */
    Duration every();

    /** Does it once. */
    void run();
}
