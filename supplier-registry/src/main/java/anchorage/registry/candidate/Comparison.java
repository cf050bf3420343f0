package anchorage.registry.candidate;

import anchorage.registry.candidate.Readings.Part;
import anchorage.registry.candidate.Readings.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One reading of the name looked for beside one name of a candidate, as numbers. */
final class Comparison {

    private static final double SHORTENED = 0.8;
    private static final double MISSPELT = 0.85;

    private final double[] values = new double[Feature.values().length];
    private final IndexedName candidate;
    private double nearness;

    private Comparison(IndexedName candidate) {
        this.candidate = candidate;
    }

    IndexedName candidate() {
        return candidate;
    }

    /** From 0 to 1: how near the names are, before anything else is looked at. */
    double nearness() {
        return nearness;
    }

    double value(Feature feature) {
        return values[feature.ordinal()];
    }

    double[] values() {
        return values;
    }

    /** Says how far the nearest other supplier is behind, and whether any has the same name. */
    void among(double nextNearness, boolean others) {
        set(Feature.GAP, nearness - nextNearness);
        set(Feature.NEAR_AND_AHEAD, nearness * nearness * Math.max(0, nearness - nextNearness));
        set(Feature.NEARNESS, nearness * nearness);
        set(Feature.AMBIGUOUS, others ? 1 : 0);
    }

    /** The comparison of a name whose share of common runs of letters is known. */
    static Comparison of(Sought sought, Ranking.Way way, IndexedName candidate, double letters, NameSearcher searcher) {
        var comparison = new Comparison(candidate);
        comparison.names(way.reading(), way.words(), letters, searcher);
        comparison.circumstances(sought, way.reading(), way.words());
        return comparison;
    }

    private void names(Reading reading, Words words, double common, NameSearcher searcher) {
        var theirs = candidate.words();
        boolean same = reading.parts().key().equals(candidate.key());
        boolean sameWords = !same
                && (words.compact().equals(theirs.compact())
                        || !words.isEmpty() && sorted(words.list()).equals(sorted(theirs.list())));
        var found = new Alignment(words.list(), theirs.list(), searcher);
        var added = new Alignment(theirs.list(), words.list(), searcher);
        set(Feature.SAME_IN_LAW, same ? 1 : 0);
        set(Feature.SAME_WORDS, sameWords ? 1 : 0);
        set(Feature.WORDS_FOUND, same ? 1 : found.covered);
        set(Feature.WORDS_NOT_SOUGHT, same ? 1 : added.covered);
        set(Feature.RAREST_MISSING, same ? 0 : found.rarestUncovered);
        set(Feature.RAREST_ADDED, same ? 0 : added.rarestUncovered);
        double letters = same ? 1 : common;
        set(Feature.LETTERS, letters);
        double edits = same ? 1 : likeness(words.compact(), theirs.compact());
        set(Feature.EDITS, edits);
        set(
                Feature.BEGINS,
                !same && theirs.compact().startsWith(words.compact())
                        ? Math.min(words.compact().length(), 30) / 30.0
                        : 0);
        set(Feature.RARE_AGREEMENT, Math.min(found.agreement, 3) / 3);
        set(Feature.ONE_WORD, words.list().size() == 1 ? 1 : 0);
        set(Feature.SAME_AND_RARE, same || sameWords ? Math.min(found.agreement, 3) / 3 : 0);
        set(Feature.WORDS_BOTH_WAYS, value(Feature.WORDS_FOUND) * value(Feature.WORDS_NOT_SOUGHT));
        nearness = same
                ? 1
                : sameWords ? 0.98 : 0.35 * letters + 0.15 * edits + 0.25 * found.covered + 0.25 * added.covered;
    }

    private void circumstances(Sought sought, Reading reading, Words words) {
        var theirs = candidate.words();
        boolean bothSay = !words.legalForm().isEmpty() && !theirs.legalForm().isEmpty();
        set(Feature.FORM_DIFFERS, bothSay && !words.legalForm().equals(theirs.legalForm()) ? 1 : 0);
        set(
                Feature.FORM_MISSING,
                words.legalForm().isEmpty() && !theirs.legalForm().isEmpty() ? 1 : 0);
        set(Feature.CUT_OFF, sought.isCutOff() && value(Feature.BEGINS) > 0 ? 1 : 0);
        set(Feature.NUMBERS_DIFFER, numbers(words.list()).equals(numbers(theirs.list())) ? 0 : 1);
        if (!sought.postcode().isEmpty() && !candidate.postcodes().isEmpty()) {
            boolean isSame = candidate.postcodes().contains(sought.postcode());
            boolean isNear = candidate.postcodes().stream()
                    .anyMatch(postcode -> outward(postcode).equals(outward(sought.postcode())));
            set(Feature.POSTCODE_SAME, isSame ? 1 : 0);
            set(Feature.POSTCODE_NEAR, !isSame && isNear ? 1 : 0);
            set(Feature.POSTCODE_FAR, isSame || isNear ? 0 : 1);
        }
        set(Feature.IDENTIFIER_DIFFERS, contradicts(sought.identifiers(), candidate.identifiers()) ? 1 : 0);
        set(Feature.FORMER_NAME, candidate.isCurrent() ? 0 : 1);
        set(Feature.PART_OF_NAME, reading.part() == Part.WHOLE || reading.part() == Part.WITHOUT_CODE ? 0 : 1);
    }

    /** Whether both have a number of one kind, and not the same. */
    static boolean contradicts(List<String> ours, List<String> theirs) {
        return ours.stream().anyMatch(own -> {
            var scheme = own.substring(0, own.indexOf(':') + 1);
            // One body can have several VAT numbers or share one with its group.
            return !scheme.equals("VAT:")
                    && theirs.stream().anyMatch(their -> their.startsWith(scheme))
                    && theirs.stream().noneMatch(own::equals);
        });
    }

    private void set(Feature feature, double value) {
        values[feature.ordinal()] = value;
    }

    private static String outward(String postcode) {
        return postcode.length() > 3 ? postcode.substring(0, postcode.length() - 3) : postcode;
    }

    private static List<String> sorted(List<String> words) {
        return words.stream().sorted().toList();
    }

    private static Set<String> numbers(List<String> words) {
        return words.stream()
                .filter(word -> word.chars().allMatch(Character::isDigit) && !Words.isFiller(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** 1 less the share of letters that must be changed (Levenshtein). */
    static double likeness(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        return longer == 0 ? 0 : 1 - (double) distance(one, other) / longer;
    }

    static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (int at = 0; at < row.length; at++) {
            row[at] = at;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }

    /** The words of one name, each with the word of another that stands for it best. */
    private static final class Alignment {

        private double covered;
        private double rarestUncovered;
        private double agreement;

        Alignment(List<String> words, List<String> others, NameSearcher searcher) {
            var rest = new ArrayList<>(others);
            double all = 0;
            double sum = 0;
            for (int at = 0; at < words.size(); at++) {
                var word = words.get(at);
                double rarity = Words.isFiller(word) ? 0.02 : searcher.rarity(word);
                double best = 0;
                int of = -1;
                for (int other = 0; other < rest.size() && best < 1; other++) {
                    double now = sameness(word, rest.get(other));
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
                agreement += rarity * best;
                rarestUncovered = Math.max(rarestUncovered, rarity * (1 - best));
            }
            covered = all == 0 ? 0 : sum / all;
        }

        private static double sameness(String one, String other) {
            if (one.equals(other)) {
                return 1;
            }
            int shorter = Math.min(one.length(), other.length());
            if (shorter >= 4 && (one.startsWith(other) || other.startsWith(one))) {
                return SHORTENED;
            }
            int longer = Math.max(one.length(), other.length());
            if (shorter >= 5 && longer - shorter <= 2) {
                int allowed = shorter >= 9 ? 2 : 1;
                return distance(one, other) <= allowed ? MISSPELT : 0;
            }
            return 0;
        }
    }
}
