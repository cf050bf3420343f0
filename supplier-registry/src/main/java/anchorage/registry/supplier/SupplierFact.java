package anchorage.registry.supplier;

import anchorage.registry.name.NameKey;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Something a source says of a supplier.
 *
 * @param key what the fact is found by: a name's key, an identifier, a compact postcode, a class
 * @param value the fact in full: the name as written, the address
 * @param role of a name CURRENT or PREVIOUS; of premises the role of the premises; else null
 * @param validFrom first day on which it was true, or null where the source does not say
 * @param validUntil first day on which it was no longer true, or null
 * @param evidence what in the source it rests on, or null
 */
public record SupplierFact(
        Kind kind, String key, String value, String role, LocalDate validFrom, LocalDate validUntil, String evidence) {

    public SupplierFact {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(key);
        Objects.requireNonNull(value);
    }

    /** What a fact is about. */
    public enum Kind {
        NAME,
        IDENTIFIER,
        PREMISES,
        OWNERSHIP,
        /** MICRO, SMALL, MEDIUM or LARGE. */
        SIZE,
        /** A code of the Standard Industrial Classification, as {@code SIC:62020}, or of another scheme. */
        SECTOR,
        /** Who controls it: an identifier where the parent has one, else its name. */
        PARENT,
        /** ACTIVE, or what its register says instead. */
        STATUS
    }

    /** A fact of which no evidence is told apart from its source. */
    public SupplierFact(Kind kind, String key, String value, String role, LocalDate validFrom, LocalDate validUntil) {
        this(kind, key, value, role, validFrom, validUntil, null);
    }

    /** Whether it was true on that day. */
    public boolean isTrueOn(LocalDate day) {
        return (validFrom == null || !validFrom.isAfter(day)) && (validUntil == null || validUntil.isAfter(day));
    }

    /** The same fact, resting on this. */
    public SupplierFact because(String what) {
        return new SupplierFact(kind, key, value, role, validFrom, validUntil, what);
    }

    /** A name the supplier goes by now. */
    public static SupplierFact name(String name) {
        return new SupplierFact(Kind.NAME, NameKey.of(name), name, "CURRENT", null, null);
    }

    /** An official identifier, as {@code scheme:value}. */
    public static SupplierFact identifier(String identifier) {
        return new SupplierFact(Kind.IDENTIFIER, identifier, identifier, null, null, null);
    }

    /** Where the supplier's registered office is. */
    public static SupplierFact registeredOffice(String postcode, String address) {
        return new SupplierFact(Kind.PREMISES, postcode, address, "REGISTERED_OFFICE", null, null);
    }

    /** Who owns the supplier, as a class. */
    public static SupplierFact ownership(String ownershipClass) {
        return new SupplierFact(Kind.OWNERSHIP, ownershipClass, ownershipClass, null, null, null);
    }
}
