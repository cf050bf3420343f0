package anchorage.registry.identification;

import anchorage.registry.candidate.Match;
import anchorage.registry.candidate.Matching;
import anchorage.registry.candidate.Model;
import anchorage.registry.candidate.Sought;
import anchorage.registry.supplier.SupplierIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Finds suppliers for anybody who asks, and stores nothing. Natural persons are found for stewards only. */
@ApplicationScoped
public class Finding {

    private final SupplierIndex index;
    private final Matching matching = new Matching(Model.shipped());

    Finding(SupplierIndex index) {
        this.index = index;
    }

    /**
     * What looking for somebody came to.
     *
     * @param method code of the method that found it
     * @param supplier whom a DECIDED match names
     */
    public record Found(
            Match.State state,
            String method,
            Optional<UUID> supplier,
            BigDecimal score,
            String explanation,
            List<SuggestedSupplier> candidates) {

        public Found {
            candidates = List.copyOf(candidates);
        }
    }

    /** One answer for each of those looked for. The demonstration region is looked in where nobody else is found. */
    public List<Found> find(List<Sought> sought, int limit, boolean seesPersons) {
        index.catchUp();
        var found = new ArrayList<>(find(sought, limit, seesPersons, false));
        var nobodies = IntStream.range(0, found.size())
                .filter(at -> found.get(at).state() == Match.State.NONE)
                .boxed()
                .toList();
        var others = find(nobodies.stream().map(sought::get).toList(), limit, seesPersons, true);
        for (int at = 0; at < others.size(); at++) {
            if (!others.get(at).candidates().isEmpty()) {
                found.set(nobodies.get(at), others.get(at));
            }
        }
        return found;
    }

    private List<Found> find(List<Sought> sought, int limit, boolean seesPersons, boolean demonstration) {
        if (index.of(demonstration).size() == 0) {
            return sought.stream()
                    .map(any -> new Found(
                            Match.State.NONE,
                            "none",
                            Optional.empty(),
                            BigDecimal.ZERO,
                            "No register has been loaded.",
                            List.of()))
                    .toList();
        }
        // One more than are shown, since whom it is decided to be stands among them.
        return matching.match(index.of(demonstration), sought, limit + 1).stream()
                .map(match -> found(match, limit, seesPersons))
                .toList();
    }

    private static Found found(Match match, int limit, boolean seesPersons) {
        boolean isHidden = match.person() && !seesPersons;
        var shown = new ArrayList<SuggestedSupplier>();
        match.supplier()
                .filter(any -> !isHidden)
                .ifPresent(decided -> shown.add(new SuggestedSupplier(
                        decided, match.name(), scaled(match.score()), List.of(match.explanation()))));
        match.candidates().stream()
                .filter(candidate -> seesPersons || !candidate.person())
                .filter(candidate ->
                        match.supplier().filter(candidate.supplier()::equals).isEmpty())
                .map(SuggestedSupplier::of)
                .forEach(shown::add);
        var first = shown.subList(0, Math.min(limit, shown.size()));
        if (isHidden) {
            return new Found(
                    Match.State.NONE,
                    "none",
                    Optional.empty(),
                    BigDecimal.ZERO,
                    "No supplier that you may see has this identifier or a name like this.",
                    first);
        }
        return new Found(
                match.state(),
                match.method().code(),
                match.supplier(),
                scaled(match.score()),
                match.explanation(),
                first);
    }

    private static BigDecimal scaled(double score) {
        return BigDecimal.valueOf(score).setScale(4, RoundingMode.HALF_UP);
    }
}
