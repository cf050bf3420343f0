package anchorage.ingest.delivery;

/** Where a delivery stands. */
public enum DeliveryState {
    /** Its bytes are durable; it waits for a reader. */
    RECEIVED,
    /** A reader is at it. */
    READING,
    /** No line of it counts; its problems say why. */
    REFUSED,
    /** Its lines are on their way to the ledger. */
    PUBLISHED,
    /** The ledger holds its lines, and counted the same. */
    APPLIED,
    /** A later delivery took its place. */
    SUPERSEDED,
    /** Its anchor took it back. */
    WITHDRAWN;

    /** Whether it will change without anybody doing anything. */
    public boolean isUnderway() {
        return this == RECEIVED || this == READING || this == PUBLISHED;
    }
}
