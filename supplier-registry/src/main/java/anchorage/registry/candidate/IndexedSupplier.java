package anchorage.registry.candidate;

import anchorage.registry.name.NameParts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/**
 * What the index is told of a supplier.
 *
 * @param names each with its role
 * @param postcodes of all premises, compact
 * @param identifiers as {@code scheme:value}
 * @param person whether it is a natural person or sole trader
 */
public record IndexedSupplier(
        UUID supplier, List<Named> names, List<String> postcodes, List<String> identifiers, boolean person) {

    public IndexedSupplier {
        names = List.copyOf(names);
        postcodes = List.copyOf(postcodes);
        identifiers = List.copyOf(identifiers);
    }

    /** A name and its role: CURRENT, PREVIOUS, TRADING or OTHER. */
    public record Named(String name, String role) {}

    /** One entry for each name; names that compare the same are one. */
    List<IndexedName> entries() {
        var seen = new LinkedHashSet<String>();
        return names.stream()
                .map(named -> {
                    var parts = NameParts.of(named.name());
                    return new IndexedName(
                            supplier,
                            named.name(),
                            named.role(),
                            parts.key(),
                            Words.of(parts),
                            postcodes,
                            identifiers,
                            person);
                })
                .filter(entry -> !entry.key().isEmpty()
                        && seen.add(entry.key() + entry.words().legalForm()))
                .toList();
    }
}
