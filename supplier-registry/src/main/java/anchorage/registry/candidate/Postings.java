package anchorage.registry.candidate;

import static anchorage.registry.candidate.NameIndex.KEY;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** The lists of names behind the index's terms, as one thread reads them. */
final class Postings {

    private static final int BEGINNINGS = 12;
    private static final int SHORTEST_BEGINNING = 8;

    private final List<LeafReaderContext> leaves;
    private final Map<String, TermsEnum[]> terms = new HashMap<>();
    private PostingsEnum list;

    Postings(List<LeafReaderContext> leaves) {
        this.leaves = leaves;
    }

    List<LeafReaderContext> leaves() {
        return leaves;
    }

    /** Where a term stands in one part of the index, or null where that has none. */
    TermsEnum at(int leaf, String field, BytesRef term) throws IOException {
        var each = terms(field)[leaf];
        return each != null && each.seekExact(term) ? each : null;
    }

    /** Adds the names that have a term, at most so many. */
    void exactly(String field, String term, int limit, Collection<Integer> documents) throws IOException {
        var bytes = new BytesRef(term);
        int left = limit;
        for (int leaf = 0; leaf < leaves.size() && left > 0; leaf++) {
            var at = at(leaf, field, bytes);
            left -= at == null ? 0 : add(leaf, at, left, documents);
        }
    }

    /** Adds some names whose keys begin like this. */
    void beginningWith(String key, Collection<Integer> documents) throws IOException {
        if (key.length() < SHORTEST_BEGINNING) {
            return;
        }
        var prefix = new BytesRef(key);
        int left = BEGINNINGS;
        for (int leaf = 0; leaf < leaves.size() && left > 0; leaf++) {
            var each = terms(KEY)[leaf];
            if (each == null || each.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
                continue;
            }
            for (var term = each.term();
                    term != null && left > 0 && StringHelper.startsWith(term, prefix);
                    term = each.next()) {
                left -= add(leaf, each, left, documents);
            }
        }
    }

    private int add(int leaf, TermsEnum at, int limit, Collection<Integer> documents) throws IOException {
        list = at.postings(list, PostingsEnum.NONE);
        var context = leaves.get(leaf);
        var live = context.reader().getLiveDocs();
        int added = 0;
        for (int document = list.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS && added < limit;
                document = list.nextDoc()) {
            if (live == null || live.get(document)) {
                documents.add(context.docBase + document);
                added++;
            }
        }
        return added;
    }

    private TermsEnum[] terms(String field) throws IOException {
        var known = terms.get(field);
        if (known == null) {
            known = new TermsEnum[leaves.size()];
            for (int leaf = 0; leaf < known.length; leaf++) {
                var there = leaves.get(leaf).reader().terms(field);
                known[leaf] = there == null ? null : there.iterator();
            }
            terms.put(field, known);
        }
        return known;
    }
}
