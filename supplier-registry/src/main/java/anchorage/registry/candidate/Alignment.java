package anchorage.registry.candidate;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of one name, each with the word of another that stands for it best.
 *
 * @param covered the share of its words that the other has, each counting for as much as it is rare
 * @param rarestUncovered how rare the rarest word is that the other lacks
 * @param agreement the rarity of what both have, added up
 */
record Alignment(double covered, double rarestUncovered, double agreement) {

    private static final double PLURAL = 0.95;
    private static final double SHORTENED = 0.8;
    private static final double MISSPELT = 0.85;

    /** Mill and Hill are each a word: what stands for the other by a letter is more likely somebody else. */
    private static final double ANOTHER_WORD = 0.5;

    private static final int KNOWN = 3;
    private static final double FILLER = 0.02;

    static Alignment of(List<String> words, List<String> others, NameSearcher searcher) {
        var rest = new ArrayList<>(others);
        double all = 0;
        double sum = 0;
        double rarestUncovered = 0;
        for (var word : words) {
            double rarity = Words.isFiller(word) ? FILLER : searcher.rarity(word);
            double best = 0;
            int of = -1;
            for (int other = 0; other < rest.size() && best < 1; other++) {
                double now = sameness(word, rest.get(other), searcher);
                if (now > best) {
                    best = now;
                    of = other;
                }
            }
            if (of >= 0) {
                rest.remove(of);
            }
            all += rarity;
            sum += rarity * best;
            rarestUncovered = Math.max(rarestUncovered, rarity * (1 - best));
        }
        return new Alignment(all == 0 ? 0 : sum / all, rarestUncovered, sum);
    }

    private static double sameness(String one, String other, NameSearcher searcher) {
        if (one.equals(other)) {
            return 1;
        }
        int shorter = Math.min(one.length(), other.length());
        if (shorter >= 4 && (one.startsWith(other) || other.startsWith(one))) {
            return one.equals(other + "S") || other.equals(one + "S") ? PLURAL : SHORTENED;
        }
        int longer = Math.max(one.length(), other.length());
        if (shorter < 5 || longer - shorter > 2 || Comparison.distance(one, other) > (shorter >= 9 ? 2 : 1)) {
            return 0;
        }
        boolean areBothKnown =
                searcher.frequency(NameIndex.WORD, one) >= KNOWN && searcher.frequency(NameIndex.WORD, other) >= KNOWN;
        return areBothKnown ? ANOTHER_WORD : MISSPELT;
    }
}
