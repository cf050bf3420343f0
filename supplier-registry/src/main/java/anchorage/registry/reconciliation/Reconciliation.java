package anchorage.registry.reconciliation;

import anchorage.registry.candidate.Match;
import anchorage.registry.candidate.Sought;
import anchorage.registry.identification.Finding;
import anchorage.registry.supplier.SupplierSearch;
import anchorage.registry.supplier.SupplierSearch.Wanted;
import anchorage.registry.supplier.Suppliers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers reconciliation clients. One query's answer never depends on another's. */
@ApplicationScoped
public class Reconciliation {

    private final Finding finding;
    private final SupplierSearch search;
    private final Suppliers suppliers;

    Reconciliation(Finding finding, SupplierSearch search, Suppliers suppliers) {
        this.finding = finding;
        this.search = search;
        this.suppliers = suppliers;
    }

    /**
     * What is looked for.
     *
     * @param types ids of types; empty for any
     * @param evidence values of properties
     */
    public record Asked(String name, List<String> types, int limit, Map<String, List<String>> evidence) {}

    /**
     * An organisation that it could be.
     *
     * @param score from 0 to 100
     * @param isMatch whether it is so surely that one that no person need look
     */
    public record Answer(PublicOrganisation organisation, double score, boolean isMatch) {}

    /** Answers to each of the questions, in their order, the likeliest first. */
    public List<List<Answer>> answer(List<Asked> questions) {
        int most = questions.stream().mapToInt(Asked::limit).max().orElse(0);
        var found = finding.find(
                questions.stream().map(Reconciliation::sought).toList(), Math.min(Math.max(most, 5), 50), false);
        var known = organisations(found.stream()
                .flatMap(one -> one.candidates().stream())
                .map(candidate -> candidate.supplier())
                .distinct()
                .toList());
        var answers = new ArrayList<List<Answer>>(questions.size());
        for (int at = 0; at < questions.size(); at++) {
            answers.add(answers(questions.get(at), found.get(at), known));
        }
        return answers;
    }

    private List<Answer> answers(Asked asked, Finding.Found found, Map<UUID, PublicOrganisation> known) {
        var byId = id(asked.name()).flatMap(this::organisation);
        if (byId.isPresent()) {
            return List.of(new Answer(byId.get(), 100, true));
        }
        return found.candidates().stream()
                .filter(candidate -> known.containsKey(candidate.supplier()))
                .map(candidate -> new Answer(
                        known.get(candidate.supplier()),
                        candidate.score().doubleValue() * 100,
                        found.state() == Match.State.DECIDED
                                && found.supplier()
                                        .filter(candidate.supplier()::equals)
                                        .isPresent()))
                .filter(answer -> asked.types().isEmpty()
                        || asked.types().contains(PublicOrganisation.ORGANISATION)
                        || asked.types().stream()
                                .anyMatch(type -> answer.organisation().types().contains(type)))
                .limit(asked.limit())
                .toList();
    }

    /** What is public of the supplier of that id. */
    public Optional<PublicOrganisation> organisation(UUID id) {
        return suppliers.find(id).flatMap(PublicOrganisation::of);
    }

    /** What is public of suppliers, by id. */
    public Map<UUID, PublicOrganisation> organisations(Collection<UUID> ids) {
        var known = new HashMap<UUID, PublicOrganisation>();
        suppliers.all(ids).stream()
                .map(PublicOrganisation::of)
                .flatMap(Optional::stream)
                .forEach(organisation -> known.put(organisation.id(), organisation));
        return known;
    }

    /** Organisations of whose name or id somebody has typed the beginning. */
    public List<PublicOrganisation> beginningWith(String prefix, int limit) {
        var found = new LinkedHashSet<PublicOrganisation>();
        id(prefix).flatMap(this::organisation).ifPresent(found::add);
        if (!prefix.isBlank()) {
            search.find(new Wanted(Optional.of(prefix), Optional.empty(), Optional.empty()), limit, false).stream()
                    .map(PublicOrganisation::of)
                    .flatMap(Optional::stream)
                    .forEach(found::add);
        }
        return found.stream().limit(limit).toList();
    }

    private static Sought sought(Asked asked) {
        var identifiers = new ArrayList<String>();
        asked.evidence()
                .forEach((property, values) -> values.forEach(value -> identifiers.add(property + ":" + value)));
        var postcode = asked.evidence().getOrDefault(Vocabulary.POSTCODE, List.of()).stream()
                .findFirst()
                .orElse("");
        var name = asked.name().isBlank()
                ? asked.evidence().getOrDefault("name", List.of("")).stream()
                        .findFirst()
                        .orElse("")
                : asked.name();
        return Sought.of(
                name,
                identifiers.stream()
                        .filter(identifier -> identifier.matches("(GB-[A-Z]+|XI-LEI):.+"))
                        .toList(),
                postcode);
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.strip().length() == 36 ? Optional.of(UUID.fromString(text.strip())) : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
