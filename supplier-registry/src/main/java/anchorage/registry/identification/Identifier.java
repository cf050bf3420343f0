package anchorage.registry.identification;

import anchorage.registry.candidate.Candidate;
import anchorage.registry.candidate.Match;
import anchorage.registry.candidate.Matching;
import anchorage.registry.candidate.Method;
import anchorage.registry.candidate.Model;
import anchorage.registry.candidate.NameIndex;
import anchorage.registry.candidate.Sought;
import anchorage.registry.supplier.SupplierIndex;
import anchorage.registry.supplier.SupplierMerges;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * Decides who mentions are: what a steward said, else what an identifier on the line says, else what the anchor's
 * supplier code meant before, else what the name says, by the methods of {@link Matching} in their order.
 */
@ApplicationScoped
class Identifier {

    private final SupplierIndex index;
    private final StewardDecisions stewards;
    private final SupplierCodes codes;
    private final SupplierMerges merges;
    private final Matching matching = new Matching(Model.shipped());

    Identifier(SupplierIndex index, StewardDecisions stewards, SupplierCodes codes, SupplierMerges merges) {
        this.index = index;
        this.stewards = stewards;
        this.codes = codes;
        this.merges = merges;
    }

    /** One decision for each mention. The caller has the index catch up before. */
    List<Identification> identify(Handle handle, List<Mention> mentions) {
        return mentions.stream().collect(Collectors.partitioningBy(Mention::isDemonstration)).entrySet().stream()
                .flatMap(part -> identify(handle, part.getValue(), part.getKey()).stream())
                .toList();
    }

    /** Those of the mentions that could be a supplier of this index. */
    List<Mention> near(Handle handle, List<Mention> mentions, NameIndex some) {
        var cut = CutLengths.learned(handle, mentions);
        var near = matching.near(some, sought(mentions, cut));
        return IntStream.range(0, mentions.size())
                .filter(near::get)
                .mapToObj(mentions::get)
                .toList();
    }

    private static List<Sought> sought(List<Mention> mentions, Map<String, Integer> cut) {
        return mentions.stream()
                .map(mention -> mention.sought(cut.getOrDefault(mention.anchor(), 0)))
                .toList();
    }

    private List<Identification> identify(Handle handle, List<Mention> mentions, boolean demonstration) {
        if (mentions.isEmpty()) {
            return List.of();
        }
        var said = stewards.about(handle, mentions);
        var meaning = codes.meaning(handle, mentions);
        var cut = CutLengths.learned(handle, mentions);
        var matches = matching.match(index.of(demonstration), sought(mentions, cut));
        var decisions = new ArrayList<Identification>(mentions.size());
        for (int at = 0; at < mentions.size(); at++) {
            decisions.add(decide(mentions.get(at), matches.get(at), said, meaning));
        }
        return led(handle, decisions);
    }

    /** A steward may have named a supplier that has since been merged into another: its id leads there. */
    private List<Identification> led(Handle handle, List<Identification> decisions) {
        var successors = merges.successors(
                handle,
                decisions.stream().map(Identification::supplier).distinct().toList());
        return decisions.stream()
                .map(decision -> decision.of(successors.get(decision.supplier())))
                .toList();
    }

    private static Identification decide(
            Mention mention, Match match, StewardDecisions.Said said, Map<UUID, UUID> meaning) {
        var steward = said.of(mention);
        if (steward.isPresent()) {
            return Identification.bySteward(
                    mention,
                    steward.get().supplier(),
                    steward.get().reason(),
                    steward.get().decidedBy());
        }
        var never = said.neverOf(mention);
        var code = meaning.get(mention.id());
        if (code != null && !never.contains(code) && match.method() != Method.IDENTIFIER) {
            return Identification.bySupplierCode(mention, code);
        }
        return byMatch(mention, match, never);
    }

    static Identification byMatch(Mention mention, Match match, Set<UUID> never) {
        var candidates = match.candidates().stream()
                .filter(candidate -> !never.contains(candidate.supplier()))
                .toList();
        if (match.supplier().filter(never::contains).isPresent()) {
            return Identification.provisional(
                    mention, "A steward decided that it is never the supplier the methods found.", candidates);
        }
        if (match.state() == Match.State.DECIDED) {
            return Identification.decided(mention, match.supplier().orElseThrow(), match);
        }
        if (mention.person()) {
            return Identification.provisional(
                    mention, "The name is likely a natural person's, so it is not looked for in registers.", List.of());
        }
        if (match.state() == Match.State.REVIEW && !candidates.isEmpty()) {
            double score =
                    candidates.stream().mapToDouble(Candidate::score).max().orElse(0);
            return Identification.review(mention, score, match.explanation(), candidates);
        }
        return Identification.provisional(mention, match.explanation(), candidates);
    }
}
