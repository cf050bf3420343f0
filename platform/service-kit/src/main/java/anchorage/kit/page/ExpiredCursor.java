package anchorage.kit.page;

import java.time.Instant;

/** A cursor that was good until a moment that is past, or for a database that is no more. */
public class ExpiredCursor extends RuntimeException {

    ExpiredCursor(Instant until) {
        super("The cursor was good until " + until + ". Ask without a cursor, and follow next from there.");
    }

    private ExpiredCursor(String why) {
        super(why);
    }

    /** A bookmark of a database in whose place another was put. */
    public static ExpiredCursor ofAFormerDatabase() {
        return new ExpiredCursor(
                "The bookmark is of a database in whose place a restored one was put, which may know less. "
                        + "Ask without 'since', and make your copy anew.");
    }
}
