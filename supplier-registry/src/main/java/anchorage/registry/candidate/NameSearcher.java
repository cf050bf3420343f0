package anchorage.registry.candidate;

import static anchorage.registry.candidate.NameIndex.DATA;
import static anchorage.registry.candidate.NameIndex.IDENTIFIER;
import static anchorage.registry.candidate.NameIndex.KEY;
import static anchorage.registry.candidate.NameIndex.SUPPLIER;
import static anchorage.registry.candidate.NameIndex.WORD;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** One state of the index of names: what is looked up in it to the letter, and how rare its words are. */
final class NameSearcher {

    private static final int REMEMBERED = 200_000;

    /** More names than these are as good as none: what so many have proves nothing of one. */
    private static final int MANY = 64;

    private final IndexSearcher searcher;
    private final Map<String, Integer> wordFrequencies = new ConcurrentHashMap<>();
    private final Map<String, Integer> runFrequencies = new ConcurrentHashMap<>();
    private final ThreadLocal<Postings> postings = ThreadLocal.withInitial(this::opened);
    private volatile int remembered;

    NameSearcher(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** Whether it is of this state. */
    boolean reads(IndexSearcher other) {
        return searcher == other;
    }

    /** The lists behind the terms, for this thread alone: to open them costs more than to look a term up. */
    Postings postings() {
        return postings.get();
    }

    /** How many names there are. */
    int names() {
        return searcher.getIndexReader().numDocs();
    }

    /** How rare a word is among all names: 0 for one that all have, 1 for one that none has. */
    double rarity(String word) {
        double names = Math.max(names(), 1000) + 1.0;
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
        PostingsEnum list = null;
        var live = MultiBits.getLiveDocs(searcher.getIndexReader());
        for (var term = each.term();
                term != null && StringHelper.startsWith(term, prefix) && documents.size() < limit;
                term = each.next()) {
            list = each.postings(list, PostingsEnum.NONE);
            for (int document = list.nextDoc();
                    document != DocIdSetIterator.NO_MORE_DOCS && documents.size() < limit;
                    document = list.nextDoc()) {
                if (live == null || live.get(document)) {
                    documents.add(document);
                }
            }
        }
        return load(documents);
    }

    /** Names with any of these keys, and some that begin like one of them where it is long enough to say something. */
    Collection<Integer> withKeys(Collection<String> keys) throws IOException {
        var documents = new TreeSet<Integer>();
        for (var key : keys) {
            postings().exactly(KEY, NameIndex.shortened(key), MANY, documents);
            postings().beginningWith(NameIndex.shortened(key), documents);
        }
        return documents;
    }

    /** What the index holds of each of these, in the order of the index. */
    void read(Collection<Integer> documents, Use use) throws IOException {
        LeafReaderContext leaf = null;
        BinaryDocValues data = null;
        var leaves = searcher.getIndexReader().leaves();
        for (int document : new TreeSet<>(documents)) {
            if (leaf == null || document >= leaf.docBase + leaf.reader().maxDoc()) {
                leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
                data = leaf.reader().getBinaryDocValues(DATA);
            }
            if (data != null && data.advanceExact(document - leaf.docBase)) {
                use.of(document, data.binaryValue());
            }
        }
    }

    /** What is done with what the index holds of a name. */
    interface Use {
        void of(int document, BytesRef name) throws IOException;
    }

    List<IndexedName> load(Collection<Integer> documents) throws IOException {
        var names = new ArrayList<IndexedName>(documents.size());
        read(documents, (document, name) -> names.add(IndexedName.of(name.bytes, name.offset, name.length)));
        return names;
    }

    /** How many names have a word, or a run of letters. */
    int frequency(String field, String term) {
        var known = field.equals(WORD) ? wordFrequencies : runFrequencies;
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

    private List<IndexedName> exactly(String field, String value) throws IOException {
        var documents = new TreeSet<Integer>();
        postings().exactly(field, value, MANY, documents);
        return load(documents);
    }

    private Postings opened() {
        return new Postings(searcher.getIndexReader().leaves());
    }
}
