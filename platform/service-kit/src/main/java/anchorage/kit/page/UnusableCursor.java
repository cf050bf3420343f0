package anchorage.kit.page;

/** A cursor that this list did not give to this caller with these filters. */
public class UnusableCursor extends RuntimeException {

    UnusableCursor() {
        super(
                "This list did not give this cursor to you with these filters. Ask without a cursor, and follow next from "
                        + "there.");
    }
}
