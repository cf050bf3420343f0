package anchorage.registry.supplier;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An organisation the registry knows.
 *
 * @param provisional whether it is known only from an anchor's own writing
 */
public record Supplier(UUID id, boolean provisional, List<RecordedFact> facts) {

    public Supplier {
        facts = List.copyOf(facts);
    }

    /** The name it goes by. */
    public String name() {
        return facts.stream()
                .filter(recorded -> recorded.fact().kind() == SupplierFact.Kind.NAME)
                .map(recorded -> recorded.fact().value())
                .findFirst()
                .orElse("");
    }

    /** The facts of one kind. */
    public List<RecordedFact> facts(SupplierFact.Kind kind) {
        return facts.stream().filter(recorded -> recorded.fact().kind() == kind).toList();
    }

    /**
     * A fact, where it came from, and when we came to know it.
     *
     * @param district of premises, the GSS code of the district its postcode lies in, where that is known
     */
    public record RecordedFact(SupplierFact fact, String district, Instant recordedAt, String source) {}
}
