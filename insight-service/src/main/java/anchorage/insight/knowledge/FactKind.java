package anchorage.insight.knowledge;

/** What a fact is about. */
public enum FactKind {
    ANCHOR,
    PLACE,
    IDENTIFICATION,
    SUPPLIER
}
