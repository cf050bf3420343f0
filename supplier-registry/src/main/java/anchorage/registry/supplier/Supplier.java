package anchorage.registry.supplier;

import anchorage.registry.place.Deprivation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * An organisation the registry knows.
 *
 * @param provisional whether it is known only from an anchor's own writing
 */
public record Supplier(UUID id, boolean provisional, List<RecordedFact> facts) {

    private static final String SOLE_TRADER = "SOLE_TRADER";

    public Supplier {
        facts = List.copyOf(facts);
    }

    /** The name it goes by. */
    public String name() {
        return facts.stream()
                .filter(recorded -> recorded.fact().kind() == SupplierFact.Kind.NAME)
                .min(Comparator.comparing(recorded -> recorded.fact().validUntil() == null
                                && "CURRENT".equals(recorded.fact().role())
                        ? 0
                        : 1))
                .map(recorded -> recorded.fact().value())
                .orElse("");
    }

    /** Whether it is a natural person trading in their own name, whom no anchor but its own may see. */
    public boolean isPerson() {
        return facts(SupplierFact.Kind.OWNERSHIP).stream()
                .anyMatch(recorded -> recorded.fact().key().equals(SOLE_TRADER));
    }

    /** Whether it was known for a natural person as soon as it was known at all, by facts of its own. */
    boolean isPersonSince(UUID own, Instant made) {
        return facts(SupplierFact.Kind.OWNERSHIP).stream()
                .filter(recorded -> recorded.fact().key().equals(SOLE_TRADER)
                        && recorded.of().equals(own))
                .anyMatch(recorded -> !recorded.recordedAt().isAfter(made));
    }

    /** Whether any of its premises lies in one of these districts. */
    boolean hasPremisesIn(Collection<String> districts) {
        return facts(SupplierFact.Kind.PREMISES).stream()
                .anyMatch(premises -> premises.district() != null && districts.contains(premises.district()));
    }

    /** The facts of one kind. */
    public List<RecordedFact> facts(SupplierFact.Kind kind) {
        return facts.stream().filter(recorded -> recorded.fact().kind() == kind).toList();
    }

    /** This supplier as it was on a day: with the facts that were true then. */
    public Supplier on(LocalDate day) {
        return new Supplier(
                id,
                provisional,
                facts.stream().filter(recorded -> recorded.fact().isTrueOn(day)).toList());
    }

    /**
     * A fact, where it came from, and when we came to know it.
     *
     * @param id by which a split names it
     * @param of the supplier it was recorded of, which may since have been merged into this one
     * @param district of premises, the GSS code of the district its postcode lies in, where that is known
     * @param ward of premises, the GSS code of the ward its postcode lies in now, where that is known
     * @param deprivation of the neighbourhood of premises, by the latest edition that ranks it, or null
     * @param recordedAt when we came to know it
     * @param retiredAt when we came to know that it is not so, or null
     * @param recordedBy the steward who recorded it, or null where a register states it
     */
    public record RecordedFact(
            long id,
            UUID of,
            SupplierFact fact,
            String district,
            String ward,
            Deprivation deprivation,
            Instant recordedAt,
            Instant retiredAt,
            String source,
            String recordedBy) {}
}
