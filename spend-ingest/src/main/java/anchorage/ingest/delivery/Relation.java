package anchorage.ingest.delivery;

import java.util.UUID;

/**
 * What a delivery is to an earlier one of its feed.
 *
 * @param delivery the earlier one
 */
public record Relation(Kind kind, UUID delivery) {

    /** In what way. */
    public enum Kind {
        /** It takes the earlier one's place when it is applied. */
        SUPERSEDES,
        /** It brings rows that the earlier one had refused, mended; it counts beside it, and for as long. */
        SUPPLEMENTS
    }

    static Relation supersedes(UUID delivery) {
        return new Relation(Kind.SUPERSEDES, delivery);
    }

    static Relation supplements(UUID delivery) {
        return new Relation(Kind.SUPPLEMENTS, delivery);
    }

    /** The earlier delivery's id if it is this to it, else null. */
    UUID as(Kind wanted) {
        return kind == wanted ? delivery : null;
    }
}
