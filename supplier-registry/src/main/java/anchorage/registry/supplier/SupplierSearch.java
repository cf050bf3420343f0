package anchorage.registry.supplier;

import anchorage.registry.candidate.Matching;
import anchorage.registry.candidate.Model;
import anchorage.registry.candidate.Sought;
import anchorage.registry.place.Places;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds suppliers for a person who types: by how a name begins, by a name with slips in it, by number, by place. */
@ApplicationScoped
public class SupplierSearch {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Suppliers suppliers;
    private final SupplierIndex index;
    private final SupplierMerges merges;
    private final Places places;
    private final Matching matching = new Matching(Model.shipped());

    SupplierSearch(Suppliers suppliers, SupplierIndex index, SupplierMerges merges, Places places) {
        this.suppliers = suppliers;
        this.index = index;
        this.merges = merges;
        this.places = places;
    }

    /**
     * What is looked for; at least one is there.
     *
     * @param name a name, its beginning, or one with slips in it
     * @param identifier as {@code scheme:value}
     * @param place GSS code of a place in which premises lie
     */
    public record Wanted(Optional<String> name, Optional<String> identifier, Optional<String> place) {}

    /** Suppliers of registers that are wanted, the likeliest first; natural persons only for those who see them. */
    public List<Supplier> find(Wanted wanted, int limit, boolean seesPersons) {
        index.catchUp();
        var districts = wanted.place().map(places::districtsOf);
        var ids = wanted.identifier()
                .map(this::withIdentifier)
                .or(() -> wanted.name().map(name -> named(name, districts.isPresent() ? 500 : limit + 10)))
                .orElse(List.of());
        return suppliers.all(ids).stream()
                .filter(supplier -> seesPersons || !supplier.isPerson())
                .filter(supplier -> districts.isEmpty() || supplier.hasPremisesIn(districts.get()))
                .limit(limit)
                .toList();
    }

    /**
     * Suppliers of registers with premises in a place, in the order of their ids, at most so many, those behind one of
     * them; natural persons only for those who see them. It reads on where some are not shown, so that fewer are the
     * last.
     */
    public List<Supplier> in(String place, Optional<UUID> after, int most, boolean seesPersons) {
        var districts = places.districtsOf(place);
        var found = new ArrayList<Supplier>();
        var last = after.orElse(BEFORE_ALL);
        while (found.size() < most) {
            var ids = suppliers.inDistricts(districts, last, most);
            suppliers.all(ids).stream()
                    .filter(supplier -> seesPersons || !supplier.isPerson())
                    .filter(supplier -> supplier.hasPremisesIn(districts))
                    .limit(most - found.size())
                    .forEach(found::add);
            if (ids.size() < most) {
                break;
            }
            last = ids.get(ids.size() - 1);
        }
        return found;
    }

    private List<UUID> withIdentifier(String identifier) {
        return suppliers.withIdentifier(identifier).stream()
                .map(found -> merges.successor(found).orElse(found))
                .distinct()
                .toList();
    }

    private List<UUID> named(String name, int limit) {
        var ids = new LinkedHashSet<UUID>();
        var typed = List.of(Sought.named(name));
        for (boolean demonstration : new boolean[] {false, true}) {
            ids.addAll(index.of(demonstration).beginningWith(name, limit));
        }
        for (boolean demonstration : new boolean[] {false, true}) {
            matching.candidates(index.of(demonstration), typed, Math.min(limit, 20))
                    .get(0)
                    .forEach(candidate -> ids.add(candidate.supplier()));
        }
        return List.copyOf(ids);
    }
}
