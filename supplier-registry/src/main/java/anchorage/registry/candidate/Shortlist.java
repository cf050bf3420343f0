package anchorage.registry.candidate;

import static anchorage.registry.candidate.NameIndex.GRAM;
import static anchorage.registry.candidate.NameIndex.SLIP;
import static anchorage.registry.candidate.NameIndex.WORD;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.NumericUtils;

/**
 * The names of the index that share most with a name looked for, found without reading any of them: by rare words where
 * a word is missing or added, by rare words less a letter where one is misspelt, by rare runs of letters where words are
 * joined or cut. A term counts for as much as it is rare, and only so many names are looked at, those of the rarest
 * terms first; what common words they share then tells those apart.
 */
final class Shortlist {

    private static final int KEPT = 100;
    private static final int WINDOW = 1 << 14;

    /** Names on a list beyond which it costs more than it tells. */
    private static final int COMMON = 10_000;

    private static final int NAMES_BY_WORDS = 15_000;
    private static final int NAMES_BY_SLIPS = 10_000;
    private static final int NAMES_BY_RUNS = 12_000;
    private static final int FEWEST_RUNS = 3;
    private static final int RUNS_AT_ANY_COST = 180_000;

    /** A word that so few of so many names have may be another word misspelt. */
    private static final int RARE_AMONG = 20_000;

    private static final double SLIP_COUNTS = 0.8;
    private static final double RUN_COUNTS = 0.3;

    private final NameSearcher searcher;
    private final Postings postings;
    private final LongHeap best = new LongHeap(KEPT);
    private final float[] scores = new float[WINDOW];
    private final long[] touched = new long[WINDOW / 64];
    private final long[] touchedBlocks = new long[WINDOW / 64 / 64];

    private Shortlist(NameSearcher searcher) {
        this.searcher = searcher;
        this.postings = searcher.postings();
    }

    /** A term of the index, and what it counts for. */
    private record Counted(String field, BytesRef term, float weight) {}

    /** A list of names on its way through one part of the index. */
    private record Open(PostingsEnum names, float weight) {}

    /** The documents of the names that share most with any of these. */
    static Set<Integer> of(NameSearcher searcher, Collection<Words> names) throws IOException {
        return new Shortlist(searcher).gather(names);
    }

    private Set<Integer> gather(Collection<Words> names) throws IOException {
        var words = new LinkedHashSet<String>();
        var runs = new LinkedHashSet<String>();
        for (var name : names) {
            name.list().stream().filter(word -> !Words.isFiller(word)).forEach(words::add);
            runs.addAll(name.trigrams());
        }
        var leading = new ArrayList<Counted>();
        var following = new ArrayList<Counted>();
        words(words, leading, following);
        runs(runs, leading);
        for (int leaf = 0; leaf < postings.leaves().size(); leaf++) {
            scan(leaf, leading, following);
        }
        var found = new LinkedHashSet<Integer>();
        for (int at = 1; at <= best.size(); at++) {
            found.add((int) ~best.get(at));
        }
        return found;
    }

    /** A term of the query with how many names have it. */
    private record Known(String text, int names) {}

    private void words(Collection<String> words, List<Counted> leading, List<Counted> following) throws IOException {
        long looked = 0;
        for (var word : rarestFirst(WORD, words)) {
            if (word.names <= Math.max(5, searcher.names() / RARE_AMONG)) {
                slips(word.text, leading);
            }
            if (word.names > 0) {
                boolean leads = word.names <= COMMON && looked + word.names <= NAMES_BY_WORDS;
                looked += leads ? word.names : 0;
                (leads ? leading : following)
                        .add(new Counted(WORD, new BytesRef(word.text), (float) weight(word.names)));
            }
        }
    }

    private void slips(String word, List<Counted> leading) throws IOException {
        var slips = new ArrayList<Known>();
        for (var slip : Words.slips(word)) {
            var term = new BytesRef(slip);
            int names = 0;
            for (int leaf = 0; leaf < postings.leaves().size(); leaf++) {
                var at = postings.at(leaf, SLIP, term);
                names += at == null ? 0 : at.docFreq();
            }
            if (names > 0) {
                slips.add(new Known(slip, names));
            }
        }
        slips.sort(Comparator.comparingInt(Known::names));
        long looked = 0;
        for (var slip : slips) {
            looked += slip.names;
            if (looked <= NAMES_BY_SLIPS) {
                leading.add(new Counted(
                        SLIP, new BytesRef(slip.text), (float) (SLIP_COUNTS * weight(slip.names) / slips.size() * 2)));
            }
        }
    }

    private void runs(Collection<String> runs, List<Counted> leading) {
        long looked = 0;
        int taken = 0;
        for (var run : rarestFirst(GRAM, runs)) {
            if (run.names == 0) {
                continue;
            }
            looked += run.names;
            if (looked > (taken < FEWEST_RUNS ? RUNS_AT_ANY_COST : NAMES_BY_RUNS)) {
                break;
            }
            taken++;
            leading.add(new Counted(GRAM, new BytesRef(run.text), (float) (RUN_COUNTS * weight(run.names))));
        }
    }

    private List<Known> rarestFirst(String field, Collection<String> terms) {
        return terms.stream()
                .map(term -> new Known(term, searcher.frequency(field, term)))
                .sorted(Comparator.comparingInt(Known::names).thenComparing(Known::text))
                .toList();
    }

    private double weight(int names) {
        return Math.log((searcher.names() + 1.0) / (names + 1.0)) + 0.1;
    }

    private void scan(int leaf, List<Counted> leading, List<Counted> following) throws IOException {
        var lists = open(leaf, leading);
        if (lists.isEmpty()) {
            return;
        }
        var others = open(leaf, following);
        float more = 0;
        for (var other : others) {
            more += other.weight;
        }
        var context = postings.leaves().get(leaf);
        var live = context.reader().getLiveDocs();
        for (int from = first(lists); from != DocIdSetIterator.NO_MORE_DOCS; from = first(lists)) {
            int start = from & -WINDOW;
            for (var list : lists) {
                add(list, start);
            }
            harvest(start, context.docBase, others, more, live);
        }
    }

    private List<Open> open(int leaf, List<Counted> terms) throws IOException {
        var lists = new ArrayList<Open>(terms.size());
        for (var term : terms) {
            var at = postings.at(leaf, term.field, term.term);
            if (at != null) {
                var names = at.postings(null, PostingsEnum.NONE);
                names.nextDoc();
                lists.add(new Open(names, term.weight));
            }
        }
        return lists;
    }

    private static int first(List<Open> lists) {
        int first = DocIdSetIterator.NO_MORE_DOCS;
        for (var list : lists) {
            first = Math.min(first, list.names.docID());
        }
        return first;
    }

    /** Counts a list's names within one window of the index: so many scores fit beside the processor. */
    private void add(Open list, int start) throws IOException {
        int end = start + WINDOW;
        for (int document = list.names.docID(); document < end; document = list.names.nextDoc()) {
            int at = document - start;
            scores[at] += list.weight;
            touched[at >> 6] |= 1L << at;
            touchedBlocks[at >> 12] |= 1L << (at >> 6);
        }
    }

    private void harvest(int start, int base, List<Open> others, float more, Bits live) throws IOException {
        for (int group = 0; group < touchedBlocks.length; group++) {
            for (long blocks = touchedBlocks[group]; blocks != 0; blocks &= blocks - 1) {
                int block = (group << 6) + Long.numberOfTrailingZeros(blocks);
                for (long bits = touched[block]; bits != 0; bits &= bits - 1) {
                    int at = (block << 6) + Long.numberOfTrailingZeros(bits);
                    keep(start + at, base, scores[at], others, more, live);
                    scores[at] = 0;
                }
                touched[block] = 0;
            }
            touchedBlocks[group] = 0;
        }
    }

    /** Keeps a name where it shares more than the least of those kept; only then are the common words looked at. */
    private void keep(int document, int base, float led, List<Open> others, float more, Bits live) throws IOException {
        if (best.size() == KEPT && key(led + more, 0) < best.top()) {
            return;
        }
        float score = led;
        for (var other : others) {
            if (other.names.docID() < document) {
                other.names.advance(document);
            }
            score += other.names.docID() == document ? other.weight : 0;
        }
        if (live == null || live.get(document)) {
            best.insertWithOverflow(key(score, base + document));
        }
    }

    /** Greater for a greater score, and of equal scores for the one that comes first. */
    private static long key(float score, int document) {
        return (long) NumericUtils.floatToSortableInt(score) << 32 | ~document & 0xFFFFFFFFL;
    }
}
