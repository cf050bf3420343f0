package anchorage.insight.lineage;

import java.util.UUID;

/** The ledger has no such line, or none that this caller may see. */
public class UnknownLine extends RuntimeException {

    public UnknownLine(UUID delivery, long row) {
        super("The ledger has no row " + row + " of delivery " + delivery + ".");
    }
}
