package anchorage.registry.identification;

import anchorage.registry.DigestId;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * The decision that a mention is a supplier.
 *
 * @param score from 0 to 1: how sure the method is
 * @param explanation one sentence for a person
 */
record Identification(Mention mention, UUID supplier, Method method, BigDecimal score, String explanation) {

    /** How it was decided, in the order in which methods are tried. */
    enum Method {
        IDENTIFIER("identifier"),
        EXACT_NAME("exact-name"),
        NONE("none");

        private final String code;

        Method(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    static Identification byIdentifier(Mention mention, UUID supplier, String identifier) {
        return new Identification(
                mention,
                supplier,
                Method.IDENTIFIER,
                BigDecimal.ONE,
                "The line carries " + identifier + ", which is this supplier's.");
    }

    static Identification byExactName(Mention mention, UUID supplier) {
        return new Identification(
                mention,
                supplier,
                Method.EXACT_NAME,
                new BigDecimal("0.95"),
                "The name is this supplier's in law (Companies Act 2006 s.66), and no other supplier in the registers "
                        + "has it.");
    }

    /** One provisional supplier for each name that an anchor writes, however it spells or codes it. */
    static Identification provisional(Mention mention, String why) {
        var name = mention.nameKey().isEmpty() ? mention.name() : mention.nameKey();
        return new Identification(
                mention, DigestId.of("provisional", mention.anchor(), name), Method.NONE, BigDecimal.ZERO, why);
    }

    boolean isProvisional() {
        return method == Method.NONE;
    }

    String state() {
        return isProvisional() ? "PROVISIONAL" : "DECIDED";
    }
}
