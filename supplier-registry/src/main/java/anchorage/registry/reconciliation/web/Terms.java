package anchorage.registry.reconciliation.web;

import anchorage.registry.reconciliation.PublicOrganisation;
import anchorage.registry.reconciliation.Vocabulary;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Types, properties and ids as the protocol writes them. */
@ApplicationScoped
class Terms {

    Map<String, String> type(String id) {
        return written(Vocabulary.type(id));
    }

    Map<String, String> property(String id) {
        return written(Vocabulary.property(id).orElse(new Vocabulary.Term(id, id)));
    }

    List<String> values(PublicOrganisation organisation, String property) {
        return organisation.values(property);
    }

    String description(PublicOrganisation organisation) {
        return organisation.description();
    }

    List<Map<String, String>> types(String prefix) {
        return beginningWith(Vocabulary.types().stream(), prefix);
    }

    List<Map<String, String>> properties(String prefix) {
        return beginningWith(Vocabulary.propertiesOfAll().stream(), prefix);
    }

    Map<String, Object> proposed(String type, Integer limit) {
        var all = Vocabulary.propertiesOfAll().stream().map(Terms::written).toList();
        int most = limit == null || limit < 1 ? all.size() : Math.min(limit, all.size());
        return limit == null
                ? Map.of("type", type, "properties", all)
                : Map.of("type", type, "limit", limit, "properties", all.subList(0, most));
    }

    /** OpenRefine's users write a type's id as a path now and then. */
    static String withoutSlash(String id) {
        return id.startsWith("/") ? id.substring(1) : id;
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static List<Map<String, String>> beginningWith(Stream<Vocabulary.Term> terms, String prefix) {
        var typed = prefix == null ? "" : prefix.toLowerCase(Locale.ROOT).strip();
        return terms.filter(term -> term.name().toLowerCase(Locale.ROOT).contains(typed)
                        || term.id().toLowerCase(Locale.ROOT).startsWith(typed))
                .map(Terms::written)
                .toList();
    }

    private static Map<String, String> written(Vocabulary.Term term) {
        return Map.of("id", term.id(), "name", term.name());
    }
}
