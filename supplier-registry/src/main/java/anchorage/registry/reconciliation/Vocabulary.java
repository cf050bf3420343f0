package anchorage.registry.reconciliation;

import anchorage.registry.supplier.SupplierFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The types and properties that reconciliation clients know. */
public final class Vocabulary {

    static final String POSTCODE = "postcode";

    private static final Map<String, String> PROPERTIES = properties();
    private static final List<String> OWNERSHIP = List.of(
            "plc",
            "private-company",
            "llp",
            "partnership",
            "charity",
            "cio",
            "cic",
            "co-operative",
            "community-benefit-society",
            "employee-owned",
            "housing-association",
            "community-business",
            "council-owned-company",
            "joint-venture",
            "pfi-spv",
            "public-body",
            "overseas-company");

    private Vocabulary() {}

    /** A type or property: its id, and its name for a person. */
    public record Term(String id, String name) {}

    /** All types. */
    public static List<Term> types() {
        var types = new ArrayList<Term>();
        types.add(new Term(PublicOrganisation.ORGANISATION, "Organisation"));
        OWNERSHIP.forEach(id -> types.add(type(id)));
        return types;
    }

    /** The type of that id. */
    public static Term type(String id) {
        var words = id.replace('-', ' ');
        return new Term(id, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }

    /** All properties. */
    public static List<Term> propertiesOfAll() {
        return PROPERTIES.entrySet().stream()
                .map(entry -> new Term(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The property of that id, if there is one. */
    public static Optional<Term> property(String id) {
        return Optional.ofNullable(PROPERTIES.get(id)).map(name -> new Term(id, name));
    }

    /** Which property a fact is a value of. */
    static String propertyOf(SupplierFact fact) {
        return switch (fact.kind()) {
            case NAME -> "CURRENT".equals(fact.role()) && fact.validUntil() == null ? "name" : "other-name";
            case IDENTIFIER -> fact.key().substring(0, Math.max(0, fact.key().indexOf(':')));
            case PREMISES -> POSTCODE;
            case OWNERSHIP -> "ownership";
            case SIZE -> "size";
            case SECTOR -> "sector";
            case STATUS -> "status";
            case PARENT -> "parent";
        };
    }

    private static Map<String, String> properties() {
        var properties = new LinkedHashMap<String, String>();
        properties.put("name", "Name");
        properties.put("other-name", "Previous or trading name");
        properties.put("GB-COH", "Company number");
        properties.put("GB-CHC", "Charity number (England and Wales)");
        properties.put("GB-SC", "Charity number (Scotland)");
        properties.put("GB-NIC", "Charity number (Northern Ireland)");
        properties.put("GB-MPR", "Mutuals register number");
        properties.put("GB-NHS", "NHS organisation code");
        properties.put("GB-LAE", "Local authority code");
        properties.put("XI-LEI", "Legal entity identifier");
        properties.put(POSTCODE, "Postcode");
        properties.put("ownership", "Class of ownership");
        properties.put("size", "Size");
        properties.put("sector", "Sector");
        properties.put("status", "Status in its register");
        return properties;
    }
}
