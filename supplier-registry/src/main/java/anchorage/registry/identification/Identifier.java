package anchorage.registry.identification;

import anchorage.registry.supplier.SupplierFact;
import anchorage.registry.supplier.Suppliers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Decides who mentions are. A decision needs one supplier and no other; two are no decision. */
@ApplicationScoped
class Identifier {

    private final Suppliers suppliers;

    Identifier(Suppliers suppliers) {
        this.suppliers = suppliers;
    }

    /** One decision for each mention. */
    List<Identification> identify(Handle handle, List<Mention> mentions) {
        return mentions.stream().collect(Collectors.partitioningBy(Mention::isDemonstration)).entrySet().stream()
                .flatMap(part -> identify(handle, part.getValue(), part.getKey()).stream())
                .toList();
    }

    private List<Identification> identify(Handle handle, List<Mention> mentions, boolean demonstration) {
        var byIdentifier = suppliers.having(
                handle, SupplierFact.Kind.IDENTIFIER, keys(mentions, Mention::identifiers), demonstration);
        var byName = suppliers.having(
                handle, SupplierFact.Kind.NAME, keys(mentions, mention -> List.of(mention.nameKey())), demonstration);
        return mentions.stream()
                .map(mention -> decide(mention, byIdentifier, byName))
                .toList();
    }

    static Identification decide(Mention mention, Map<String, Set<UUID>> byIdentifier, Map<String, Set<UUID>> byName) {
        for (var identifier : mention.identifiers()) {
            var having = byIdentifier.getOrDefault(identifier, Set.of());
            if (having.size() == 1) {
                return Identification.byIdentifier(mention, having.iterator().next(), identifier);
            }
        }
        if (mention.person()) {
            return Identification.provisional(
                    mention, "The name is likely a natural person's, so it is not looked for in registers.");
        }
        var named = mention.nameKey().isEmpty() ? Set.<UUID>of() : byName.getOrDefault(mention.nameKey(), Set.of());
        return switch (named.size()) {
            case 0 -> Identification.provisional(mention, "No supplier in the registers has this identifier or name.");
            case 1 -> Identification.byExactName(mention, named.iterator().next());
            default ->
                Identification.provisional(
                        mention, named.size() + " suppliers in the registers have this name, so it decides nothing.");
        };
    }

    private static Set<String> keys(List<Mention> mentions, Function<Mention, Collection<String>> keys) {
        return mentions.stream()
                .flatMap(mention -> keys.apply(mention).stream())
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
    }
}
