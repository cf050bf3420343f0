package anchorage.ingest.quality;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * One side of a feed's quality. The weights are ours, since none are published: what decides whether a figure can be
 * trusted at all weighs most.
 */
public enum Measure {
    ON_TIME(20, "turns of the feed's cadence in which a delivery came in time, of all turns"),
    READABLE(20, "rows that became lines, of those and the rows that are still refused"),
    NAMED(10, "lines whose supplier's name was not taken out, of all lines"),
    VAT_BASIS_KNOWN(10, "lines of feeds that say whether their amounts are net or gross, of all lines"),
    SIGNS_SANE(10, "deliveries whose amounts have the signs that the feed's usually have, of all deliveries"),
    IDENTIFIED(20, "value whose supplier is known to the registry, of all value"),
    LOCATED(10, "value whose supplier's place is known, of all value");

    private final int weight;
    private final String counts;

    Measure(int weight, String counts) {
        this.weight = weight;
        this.counts = counts;
    }

    /** What it counts for, of 100. */
    public int weight() {
        return weight;
    }

    /** What is counted, of what. */
    public String counts() {
        return counts;
    }

    /** Whether spend-ingest knows it; what it does not, the ledger does. */
    public boolean isCountedHere() {
        return this != IDENTIFIED && this != LOCATED;
    }

    @JsonValue
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
