package anchorage.registry.candidate;

/** How somebody was found, in the order in which the ways are tried. */
public enum Method {
    /** A steward said so. */
    STEWARD("steward"),
    /** An official identifier that one supplier has. */
    IDENTIFIER("identifier"),
    /** What the anchor's supplier code was decided to mean before. */
    SUPPLIER_CODE("supplier-code"),
    /** The name in law, and the postcode. */
    NAME_AND_POSTCODE("name-and-postcode"),
    /** The name in law, which no other supplier has. */
    EXACT_NAME("exact-name"),
    /** A previous or trading name, or a part of the name, that one supplier has. */
    OTHER_NAME("other-name"),
    /** A name cut off at the feed's length, with which one supplier's name begins. */
    CUT_NAME("cut-name"),
    /** The trained model's likeliest candidate, far enough ahead of the next. */
    SCORED("scored"),
    /** Nothing found. */
    NONE("none");

    private final String code;

    Method(String code) {
        this.code = code;
    }

    /** As the public API and the events write it. */
    public String code() {
        return code;
    }
}
