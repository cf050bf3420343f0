package anchorage.registry.candidate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Finds who a name could be, the likeliest first. */
public final class Ranking {

    /** Only the nearest by name are compared in full. */
    private static final int COMPARED = 12;

    /** What shares fewer of its runs of letters is no candidate, though nothing else in the register is nearer. */
    private static final double FARTHEST = 0.25;

    /** As rare as a word may be that is looked for and missing from a candidate's name. */
    private static final double MISSING_AT_MOST = 0.6;

    private final Model model;

    public Ranking(Model model) {
        this.model = model;
    }

    /** Candidates for whom is looked for, the likeliest first. */
    List<Candidate> rank(NameSearcher searcher, Sought sought, int limit) throws IOException {
        return compare(searcher, sought).stream()
                .map(comparison -> new Candidate(
                        comparison.candidate().supplier(),
                        comparison.candidate().name(),
                        model.probability(comparison),
                        model.reasons(comparison),
                        isWellFounded(comparison),
                        comparison.candidate().person()))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::supplier))
                .limit(limit)
                .toList();
    }

    /** A reading of the name looked for, made ready for comparing. */
    record Way(Readings.Reading reading, Words words, Runs runs) {}

    /** A name that the index found, and the reading it is nearest to. */
    record Found(IndexedName name, Way way, double common) {}

    /** The same, before the name is read. */
    private record Near(int document, Way way, double common) {}

    /** The best comparison of each supplier that is near. */
    List<Comparison> compare(NameSearcher searcher, Sought sought) throws IOException {
        var best = new HashMap<UUID, Comparison>();
        for (var found : found(searcher, sought, COMPARED * 2)) {
            var comparison = Comparison.of(sought, found.way(), found.name(), found.common(), searcher);
            best.merge(found.name().supplier(), comparison, Ranking::nearer);
        }
        var nearest = new ArrayList<>(best.values());
        nearest.sort(Comparator.comparingDouble(Comparison::nearness)
                .reversed()
                .thenComparing(comparison -> comparison.candidate().supplier()));
        var compared = nearest.subList(0, Math.min(COMPARED, nearest.size()));
        for (int at = 0; at < compared.size(); at++) {
            var comparison = compared.get(at);
            double next = nearest.stream()
                    .filter(other -> other != comparison)
                    .findFirst()
                    .map(Comparison::nearness)
                    .orElse(0.0);
            comparison.among(next, isNotAlone(comparison, nearest));
        }
        return List.copyOf(compared);
    }

    /** The names that have the most letters in common with a reading; the same name always is among them. */
    static List<Found> found(NameSearcher searcher, Sought sought, int limit) throws IOException {
        var ways = new ArrayList<Way>();
        for (var reading : Readings.of(sought.name())) {
            var words = Words.of(reading.parts());
            ways.add(new Way(reading, words, new Runs(words)));
        }
        var documents = new HashSet<Integer>(searcher.withKeys(
                ways.stream().map(way -> way.reading().parts().key()).toList()));
        documents.addAll(Shortlist.of(searcher, ways.stream().map(Way::words).toList()));
        var nearest = new HashMap<Integer, Near>();
        searcher.read(documents, (document, name) -> {
            Way nearestWay = ways.get(0);
            double common = -1;
            for (var way : ways) {
                double now = way.runs().common(name);
                if (now > common) {
                    nearestWay = way;
                    common = now;
                }
            }
            nearest.put(document, new Near(document, nearestWay, common));
        });
        var kept = nearest.values().stream()
                .filter(near -> near.common() >= FARTHEST)
                .sorted(Comparator.comparingDouble(Near::common).reversed().thenComparing(Near::document))
                .limit(limit)
                .map(Near::document)
                .toList();
        var found = new ArrayList<Found>(kept.size());
        searcher.read(kept, (document, name) -> {
            var near = nearest.get(document);
            found.add(new Found(IndexedName.of(name.bytes, name.offset, name.length), near.way(), near.common()));
        });
        found.sort(Comparator.comparingDouble(Found::common)
                .reversed()
                .thenComparing(one -> one.name().supplier())
                .thenComparing(one -> one.name().name()));
        return found;
    }

    /** L&Q Living is not L&Q, and Workman may be anybody, though nothing else in the registers is near. */
    private static boolean isWellFounded(Comparison comparison) {
        boolean isBareWord = comparison.value(Feature.ONE_WORD) > 0 && comparison.value(Feature.FORM_MISSING) > 0;
        return !isBareWord && comparison.value(Feature.RAREST_MISSING) < MISSING_AT_MOST;
    }

    private static boolean isNotAlone(Comparison comparison, List<Comparison> all) {
        return comparison.value(Feature.SAME_IN_LAW) > 0
                && all.stream().anyMatch(other -> other != comparison && other.value(Feature.SAME_IN_LAW) > 0);
    }

    /** The nearer of two; of equals the one that needs less to be read out of the name. */
    private static Comparison nearer(Comparison one, Comparison other) {
        double lead = penalised(one) - penalised(other);
        return lead >= 0 ? one : other;
    }

    private static double penalised(Comparison comparison) {
        return comparison.nearness()
                - 0.03 * comparison.value(Feature.PART_OF_NAME)
                - 0.01 * comparison.value(Feature.FORMER_NAME)
                - 0.02 * comparison.value(Feature.FORM_DIFFERS);
    }
}
