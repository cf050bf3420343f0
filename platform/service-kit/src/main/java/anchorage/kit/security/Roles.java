package anchorage.kit.security;

import java.util.List;

/** The roles of Anchorage, as realm roles of the identity provider. */
public final class Roles {

    /** Runs the platform for a region; may act on an anchor's behalf, which is audited. */
    public static final String PLATFORM_ADMIN = "platform-admin";

    /** Decides hard matches for everyone. */
    public static final String REGISTER_STEWARD = "register-steward";

    /** A combined authority's data team: reads across anchors. */
    public static final String ANALYST = "analyst";

    /** Reads one anchor's figures; the token's {@code anchor} claim says which. */
    public static final String ANCHOR_ANALYST = "anchor-analyst";

    /** Pushes one anchor's feeds; the token's {@code anchor} claim says which. */
    public static final String ANCHOR_PUBLISHER = "anchor-publisher";

    /** All of them. */
    public static final List<String> ALL =
            List.of(PLATFORM_ADMIN, REGISTER_STEWARD, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER);

    private Roles() {}
}
