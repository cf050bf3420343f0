package anchorage.ingest.anchor;

/** What sort of organisation an anchor is. */
public enum AnchorKind {
    LOCAL_AUTHORITY,
    COMBINED_AUTHORITY,
    NHS_TRUST,
    UNIVERSITY,
    COLLEGE,
    HOUSING_ASSOCIATION,
    POLICE,
    FIRE,
    OTHER
}
