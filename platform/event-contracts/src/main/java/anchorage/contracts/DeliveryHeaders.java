package anchorage.contracts;

/**
 * Kafka headers of a message on {@link Topics#DELIVERIES}: CloudEvents 1.0 in binary mode, and two of our own. The key
 * is the delivery id. Every value is UTF-8 text.
 */
public final class DeliveryHeaders {

    /** One of the {@code TYPE_} constants. */
    public static final String TYPE = "ce_type";

    /** Which reading of the delivery this belongs to, from 1. A later attempt makes all earlier ones void. */
    public static final String ATTEMPT = "attempt";

    /** On lines only: the chunk's place in its attempt, from 0 without a gap. */
    public static final String CHUNK = "chunk";

    /** A {@link DeliveryOpened}. */
    public static final String TYPE_OPENED = "anchorage.delivery.opened.v1";

    /** A chunk: one {@link SpendLine} a line, as NDJSON. */
    public static final String TYPE_LINES = "anchorage.delivery.lines.v1";

    /** A {@link DeliveryClosed}. */
    public static final String TYPE_CLOSED = "anchorage.delivery.closed.v1";

    /** No body: the attempt came to nothing, and no line of it counts. */
    public static final String TYPE_ABANDONED = "anchorage.delivery.abandoned.v1";

    private DeliveryHeaders() {}
}
