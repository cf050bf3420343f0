package anchorage.insight.knowledge;

import java.time.Instant;

/** A question about a moment that has not come. */
public class NotYetKnown extends RuntimeException {

    NotYetKnown(Instant moment) {
        super("asOf " + moment + " lies in the future. Leave it out for what is known now.");
    }
}
