package anchorage.registry.candidate;

import static anchorage.registry.candidate.NameIndex.DATA;
import static anchorage.registry.candidate.NameIndex.GRAM;
import static anchorage.registry.candidate.NameIndex.IDENTIFIER;
import static anchorage.registry.candidate.NameIndex.KEY;
import static anchorage.registry.candidate.NameIndex.SUPPLIER;
import static anchorage.registry.candidate.NameIndex.WORD;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * One state of the index of names. Three ways lead to candidates, each where the others fail: rare words when a word is
 * missing or added, runs of letters when one is misspelt, beginnings when a name was cut off.
 */
final class NameSearcher {

    private static final int ENOUGH = 40;
    private static final int WORDS = 4;
    private static final int GRAMS = 9;
    private static final int BEGINNINGS = 12;

    /** Names a list of postings may have before it costs more than it tells. */
    private static final int COMMON = 60_000;

    private static final int REMEMBERED = 200_000;

    private final IndexSearcher searcher;
    private final Map<String, Integer> wordFrequencies = new ConcurrentHashMap<>();
    private final Map<String, Integer> gramFrequencies = new ConcurrentHashMap<>();
    private volatile int remembered;

    NameSearcher(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** Whether it is of this state. */
    boolean reads(IndexSearcher other) {
        return searcher == other;
    }

    /** How rare a word is among all names: 0 for one that all have, 1 for one that none has. */
    double rarity(String word) {
        double names = Math.max(searcher.getIndexReader().numDocs(), 1000) + 1.0;
        return Math.log(names / (frequency(WORD, word) + 1.0)) / Math.log(names);
    }

    /** All names with exactly this key. */
    List<IndexedName> withKey(String key) throws IOException {
        return exactly(KEY, NameIndex.shortened(key));
    }

    /** All names of suppliers with this identifier, or one that stands for it. */
    List<IndexedName> withIdentifier(String identifier) throws IOException {
        return exactly(IDENTIFIER, identifier);
    }

    /** All names of a supplier. */
    List<IndexedName> of(UUID supplier) throws IOException {
        return exactly(SUPPLIER, supplier.toString());
    }

    /** Names that begin like this, at most a dozen. */
    List<IndexedName> beginningWith(String key) throws IOException {
        return beginningWith(key, BEGINNINGS);
    }

    /** The first names in the order of the alphabet that begin like this. */
    List<IndexedName> beginningWith(String key, int limit) throws IOException {
        var terms = MultiTerms.getTerms(searcher.getIndexReader(), KEY);
        if (terms == null || key.isEmpty()) {
            return List.of();
        }
        var documents = new TreeSet<Integer>();
        var each = terms.iterator();
        var prefix = new BytesRef(NameIndex.shortened(key));
        if (each.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
            return List.of();
        }
        PostingsEnum postings = null;
        var live = MultiBits.getLiveDocs(searcher.getIndexReader());
        for (var term = each.term();
                term != null && startsWith(term, prefix) && documents.size() < limit;
                term = each.next()) {
            postings = each.postings(postings, PostingsEnum.NONE);
            for (int document = postings.nextDoc();
                    document != DocIdSetIterator.NO_MORE_DOCS && documents.size() < limit;
                    document = postings.nextDoc()) {
                if (live == null || live.get(document)) {
                    documents.add(document);
                }
            }
        }
        return load(documents);
    }

    /** Names that share rare words or rare runs of letters with any of these. */
    List<IndexedName> like(Collection<Words> names) throws IOException {
        var documents = new TreeSet<Integer>();
        for (var words : names) {
            collect(byWords(words), documents);
            collect(byGrams(words), documents);
        }
        return load(documents);
    }

    private Query byWords(Words words) {
        var rare = rarest(WORD, words.list().stream().distinct().filter(word -> !Words.isFiller(word)), WORDS);
        var query = new BooleanQuery.Builder();
        boolean anyIsRare = !rare.isEmpty() && rare.get(0).names <= COMMON;
        for (var word : rare) {
            // Where every word is common, only names with all of them are worth looking at.
            var occur = anyIsRare ? Occur.SHOULD : Occur.MUST;
            if (!anyIsRare || word.names <= COMMON) {
                query.add(new TermQuery(new Term(WORD, word.text)), occur);
            }
        }
        return query.build();
    }

    private Query byGrams(Words words) {
        var query = new BooleanQuery.Builder();
        long cost = 0;
        int clauses = 0;
        for (var gram : rarest(GRAM, words.trigrams().stream().sorted(), GRAMS)) {
            cost += gram.names;
            if (clauses >= 3 && cost > 3L * COMMON) {
                break;
            }
            query.add(new TermQuery(new Term(GRAM, gram.text)), Occur.SHOULD);
            clauses++;
        }
        query.setMinimumNumberShouldMatch(Math.min(2, clauses));
        return query.build();
    }

    /** A word or run of letters, and how many names have it. */
    private record Known(String text, int names) {}

    /** The rarest of these terms, those as rare in the order in which they come. */
    private List<Known> rarest(String field, Stream<String> terms, int limit) {
        return terms.map(term -> new Known(term, frequency(field, term)))
                .filter(term -> term.names > 0)
                .sorted(Comparator.comparingInt(Known::names))
                .limit(limit)
                .toList();
    }

    private void collect(Query query, Set<Integer> documents) throws IOException {
        for (var hit : searcher.search(query, ENOUGH).scoreDocs) {
            documents.add(hit.doc);
        }
    }

    private List<IndexedName> exactly(String field, String value) throws IOException {
        var documents = new TreeSet<Integer>();
        // More than these are as good as none: what so many have proves nothing of one.
        for (var hit : searcher.search(
                        new org.apache.lucene.search.ConstantScoreQuery(new TermQuery(new Term(field, value))), 64)
                .scoreDocs) {
            documents.add(hit.doc);
        }
        return load(documents);
    }

    private List<IndexedName> load(TreeSet<Integer> documents) throws IOException {
        var names = new ArrayList<IndexedName>(documents.size());
        LeafReaderContext leaf = null;
        BinaryDocValues data = null;
        var leaves = searcher.getIndexReader().leaves();
        for (int document : documents) {
            if (leaf == null || document >= leaf.docBase + leaf.reader().maxDoc()) {
                leaf = leaves.get(org.apache.lucene.index.ReaderUtil.subIndex(document, leaves));
                data = leaf.reader().getBinaryDocValues(DATA);
            }
            if (data != null && data.advanceExact(document - leaf.docBase)) {
                var bytes = data.binaryValue();
                names.add(IndexedName.of(bytes.bytes, bytes.offset, bytes.length));
            }
        }
        return names;
    }

    private int frequency(String field, String term) {
        var known = field.equals(WORD) ? wordFrequencies : gramFrequencies;
        var before = known.get(term);
        if (before != null) {
            return before;
        }
        // Roughly counted: to ask the map for its size costs more than to look the term up.
        if (remembered++ > REMEMBERED) {
            known.clear();
            remembered = 0;
        }
        try {
            int names = searcher.getIndexReader().docFreq(new Term(field, term));
            known.put(term, names);
            return names;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean startsWith(BytesRef term, BytesRef prefix) {
        return org.apache.lucene.util.StringHelper.startsWith(term, prefix);
    }
}
