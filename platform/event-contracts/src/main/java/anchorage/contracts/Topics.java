package anchorage.contracts;

/** The topics of Anchorage. A topic's name ends in its major version; an incompatible change is a new topic. */
public final class Topics {

    /** Opened, lines in chunks, closed or abandoned. Key: delivery id, so one partition keeps a delivery in order. */
    public static final String DELIVERIES = "deliveries.v1";

    /** {@link DeliveryApplied}. Key: delivery id. */
    public static final String DELIVERIES_APPLIED = "deliveries-applied.v1";

    /** {@link DeliveryWithdrawn}. Key: delivery id. */
    public static final String DELIVERIES_WITHDRAWN = "deliveries-withdrawn.v1";

    /** {@link AnchorDescribed}, compacted. Key: anchor id. */
    public static final String ANCHORS = "anchors.v1";

    /** {@link MentionSeen}, compacted. Key: mention id. */
    public static final String MENTIONS = "supplier-mentions.v1";

    /** {@link MentionsPaid}. Key: delivery id. */
    public static final String MENTIONS_PAID = "mentions-paid.v1";

    /** {@link MentionIdentified}, compacted. Key: mention id. */
    public static final String IDENTIFICATIONS = "identifications.v1";

    /** {@link ReviewNeeded}. Key: the fact's id. */
    public static final String REVIEWS_NEEDED = "reviews-needed.v1";

    /** {@link SupplierDescribed}, compacted. Key: supplier id. */
    public static final String SUPPLIERS = "suppliers.v1";

    /** {@link PlaceDescribed}, compacted. Key: place code. */
    public static final String PLACES = "places.v1";

    private Topics() {}
}
