package anchorage.testsupport.broken.bad;

import anchorage.testsupport.broken.other.web.Resource;
import java.time.Instant;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Breaks every rule it can. */
public class Noun {

    double totalAmount;
    Resource reachedBy;
    Instant madeAt = Instant.now();

    /** Not a consumer. */
    public static class Listener {
        @Incoming("anything")
        void hear(String message) {}
    }

    /** Not a noun. */
    static class NounHelper {}
}
