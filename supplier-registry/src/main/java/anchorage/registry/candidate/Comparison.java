package anchorage.registry.candidate;

import anchorage.registry.candidate.Readings.Part;
import anchorage.registry.candidate.Readings.Reading;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One reading of the name looked for beside one name of a candidate, as numbers. */
final class Comparison {

    /** Words as rare as this tell a name from others; what is more common says of what kind a body is. */
    private static final double DISTINCTIVE = 0.45;

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
        var found = Alignment.of(words.list(), theirs.list(), searcher);
        var added = Alignment.of(theirs.list(), words.list(), searcher);
        set(Feature.SAME_IN_LAW, same ? 1 : 0);
        set(Feature.SAME_WORDS, sameWords ? 1 : 0);
        set(Feature.WORDS_FOUND, same ? 1 : found.covered());
        set(Feature.WORDS_NOT_SOUGHT, same ? 1 : added.covered());
        set(Feature.RAREST_MISSING, same ? 0 : found.rarestUncovered());
        set(Feature.RAREST_ADDED, same ? 0 : added.rarestUncovered());
        double letters = same ? 1 : common;
        set(Feature.LETTERS, letters);
        double edits = same ? 1 : likeness(words.compact(), theirs.compact());
        set(Feature.EDITS, edits);
        set(
                Feature.BEGINS,
                !same && theirs.compact().startsWith(words.compact())
                        ? Math.min(words.compact().length(), 30) / 30.0
                        : 0);
        set(Feature.RARE_AGREEMENT, Math.min(found.agreement(), 3) / 3);
        set(Feature.ONE_WORD, words.list().size() == 1 ? 1 : 0);
        set(Feature.SAME_AND_RARE, same || sameWords ? Math.min(found.agreement(), 3) / 3 : 0);
        set(Feature.WORDS_BOTH_WAYS, value(Feature.WORDS_FOUND) * value(Feature.WORDS_NOT_SOUGHT));
        set(Feature.FIRST_WORD, same ? 1 : first(words, theirs));
        set(
                Feature.DISTINCTIVE_WORDS,
                same || distinctive(words, searcher).equals(distinctive(theirs, searcher)) ? 1 : 0);
        set(Feature.GOES_ON, !same && goesOn(words.list(), theirs.list()) ? 1 : 0);
        set(Feature.FUND_OF, !same && theirs.isFund() && !words.isFund() ? 1 : 0);
        set(Feature.TOTALS_ROW, !same && words.list().indexOf("TOTAL") > 0 ? 1 : 0);
        nearness = same
                ? 1
                : sameWords
                        ? 0.98
                        : 0.35 * letters
                                + 0.15 * edits
                                + 0.25 * found.covered()
                                + 0.25 * added.covered()
                                - 0.06 * value(Feature.FUND_OF)
                                - 0.04 * (1 - value(Feature.FIRST_WORD));
    }

    private static double first(Words ours, Words theirs) {
        var own = ours.list().stream().filter(word -> !Words.isFiller(word)).findFirst();
        var other = theirs.list().stream().filter(word -> !Words.isFiller(word)).findFirst();
        if (own.isEmpty() || other.isEmpty()) {
            return 0;
        }
        if (own.get().equals(other.get())) {
            return 1;
        }
        return own.get().regionMatches(0, other.get(), 0, 3) ? 0.5 : 0;
    }

    private static Set<String> distinctive(Words words, NameSearcher searcher) {
        return words.list().stream()
                .filter(word -> !Words.isFiller(word) && searcher.rarity(word) >= DISTINCTIVE)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a name has all words of another, and then more, as where a branch or a town is written behind it. */
    private static boolean goesOn(List<String> words, List<String> others) {
        return words.size() > others.size()
                && others.size() > 1
                && words.subList(0, others.size()).equals(others);
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
}
