package anchorage.registry.reconciliation;

import anchorage.registry.supplier.Supplier;
import anchorage.registry.supplier.Supplier.RecordedFact;
import anchorage.registry.supplier.SupplierFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What public registers say of a supplier. What a steward recorded, who controls it, and its VAT number are left out: the
 * one is not a register's, the others can be about natural persons.
 *
 * @param types what it is, as ids of {@link Vocabulary}
 */
public record PublicOrganisation(UUID id, String name, List<String> types, List<SupplierFact> facts) {

    static final String ORGANISATION = "organisation";

    public PublicOrganisation {
        types = List.copyOf(types);
        facts = List.copyOf(facts);
    }

    /** What is public of a supplier; empty where nothing is. */
    static Optional<PublicOrganisation> of(Supplier supplier) {
        if (supplier.provisional() || supplier.isPerson()) {
            return Optional.empty();
        }
        var facts = supplier.facts().stream()
                .filter(PublicOrganisation::isPublic)
                .map(RecordedFact::fact)
                .distinct()
                .toList();
        var name = facts.stream()
                .filter(fact -> fact.kind() == SupplierFact.Kind.NAME && fact.validUntil() == null)
                .map(SupplierFact::value)
                .findFirst();
        var types = new ArrayList<String>();
        types.add(ORGANISATION);
        facts.stream()
                .filter(fact -> fact.kind() == SupplierFact.Kind.OWNERSHIP && fact.validUntil() == null)
                .map(fact -> typeOf(fact.key()))
                .distinct()
                .forEach(types::add);
        return name.map(known -> new PublicOrganisation(supplier.id(), known, types, facts));
    }

    /** The values of a property. */
    public List<String> values(String property) {
        return facts.stream()
                .filter(fact -> fact.validUntil() == null || fact.kind() == SupplierFact.Kind.NAME)
                .filter(fact -> Vocabulary.propertyOf(fact).equals(property))
                .map(fact -> switch (fact.kind()) {
                    case IDENTIFIER -> fact.key().substring(fact.key().indexOf(':') + 1);
                    case PREMISES -> fact.key();
                    default -> fact.value();
                })
                .distinct()
                .toList();
    }

    /** One line that tells it from others of its name. */
    public String description() {
        var numbers = facts.stream()
                .filter(fact -> fact.kind() == SupplierFact.Kind.IDENTIFIER)
                .map(SupplierFact::key)
                .toList();
        var places = values(Vocabulary.POSTCODE);
        return String.join(", ", numbers) + (places.isEmpty() ? "" : "; " + String.join(", ", places));
    }

    static String typeOf(String ownershipClass) {
        return ownershipClass.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean isPublic(RecordedFact recorded) {
        return recorded.recordedBy() == null
                && recorded.fact().kind() != SupplierFact.Kind.PARENT
                && !recorded.fact().key().startsWith("VAT:");
    }
}
