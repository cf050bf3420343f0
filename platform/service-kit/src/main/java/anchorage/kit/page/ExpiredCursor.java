package anchorage.kit.page;

import java.time.Instant;

/** A cursor that was good until a moment that is past. */
public class ExpiredCursor extends RuntimeException {

    ExpiredCursor(Instant until) {
        super("The cursor was good until " + until + ". Ask without a cursor, and follow next from there.");
    }
}
