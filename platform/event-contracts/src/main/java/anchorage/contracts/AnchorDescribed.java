package anchorage.contracts;

import java.time.Instant;

/**
 * What an anchor is now.
 *
 * @param kind the anchor's kind, as in the public API
 * @param homePlace GSS code of the district, or larger area, that the anchor is rooted in
 * @param sharing OPEN or AGGREGATE: what other anchors may see of its spending
 */
public record AnchorDescribed(String anchor, String name, String kind, String homePlace, String sharing, Instant at) {}
