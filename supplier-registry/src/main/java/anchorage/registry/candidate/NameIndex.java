package anchorage.registry.candidate;

import anchorage.registry.name.NameKey;
import anchorage.registry.name.OrgId;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/**
 * All names of all suppliers of registers, in process, so that a candidate costs no trip to the database. It holds what
 * the database says and can be built again from it at any time.
 */
public final class NameIndex implements Closeable {

    static final String SUPPLIER = "supplier";
    static final String KEY = "key";
    static final String IDENTIFIER = "identifier";
    static final String WORD = "word";
    static final String GRAM = "gram";
    static final String SLIP = "slip";
    static final String DATA = "data";

    private static final String POSITION = "position";
    private static final String LAYOUT = "layout";

    /** To be changed whenever a name is put in differently: an index of another layout is made again. */
    private static final String LAYOUT_NOW = "2";

    private static final FieldType TERM = termType();

    /** Every term is looked up in every segment, so few are worth the merging. */
    private static final int SEGMENTS = 4;

    private static final int BUFFER_MB = 96;

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile NameSearcher latest;

    /** Opens the index in that directory, or begins it; one that another version laid out differently begins anew. */
    public NameIndex(Directory directory) {
        try {
            // How often a word occurs in one name, and how long the name is, say nothing: rarity alone counts.
            var config = new IndexWriterConfig(new PreparedTerms())
                    .setSimilarity(new BM25Similarity(0, 0))
                    .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS))
                    .setRAMBufferSizeMB(BUFFER_MB);
            writer = new IndexWriter(directory, config);
            if (!kept(LAYOUT).filter(LAYOUT_NOW::equals).isPresent()) {
                writer.deleteAll();
            }
            searchers = new SearcherManager(writer, new SearcherFactory());
        } catch (IOException failure) {
            throw new UncheckedIOException("the index of names could not be opened", failure);
        }
    }

    /** Holds these suppliers as they are now; one without names is no longer found. */
    public void put(Collection<IndexedSupplier> suppliers) {
        try {
            boolean isEmpty = writer.getDocStats().numDocs == 0;
            for (var supplier : suppliers) {
                var documents = new ArrayList<Document>();
                supplier.entries().forEach(entry -> documents.add(document(entry)));
                if (isEmpty) {
                    writer.addDocuments(documents);
                } else {
                    writer.updateDocuments(
                            new Term(SUPPLIER, supplier.supplier().toString()), documents);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("names could not be put into the index", failure);
        }
    }

    /** Forgets these suppliers. */
    public void remove(Collection<UUID> suppliers) {
        try {
            for (var supplier : suppliers) {
                writer.deleteDocuments(new Term(SUPPLIER, supplier.toString()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("names could not be taken out of the index", failure);
        }
    }

    /** Makes what was put findable, without making it durable. */
    public void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException failure) {
            throw new UncheckedIOException("the index of names could not be read again", failure);
        }
    }

    /** Makes what was put durable, and remembers up to where the database was read. */
    public void commit(long position) {
        try {
            writer.setLiveCommitData(Map.of(POSITION, Long.toString(position), LAYOUT, LAYOUT_NOW)
                    .entrySet());
            writer.commit();
        } catch (IOException failure) {
            throw new UncheckedIOException("the index of names could not be kept", failure);
        }
        refresh();
    }

    /** Up to where the database was read when the index was last kept; 0 at the beginning. */
    public long position() {
        return kept(LAYOUT).filter(LAYOUT_NOW::equals).isPresent()
                ? kept(POSITION).map(Long::valueOf).orElse(0L)
                : 0;
    }

    private Optional<String> kept(String key) {
        var data = writer.getLiveCommitData();
        if (data != null) {
            for (var entry : data) {
                if (entry.getKey().equals(key)) {
                    return Optional.of(entry.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** How many names are in it. */
    public int size() {
        return writer.getDocStats().numDocs;
    }

    /** Suppliers whose names begin like this, in the order of their names. */
    public List<UUID> beginningWith(String name, int limit) {
        var key = NameKey.of(name);
        return read(searcher -> searcher.beginningWith(key, limit).stream()
                .sorted(java.util.Comparator.comparing(IndexedName::key))
                .map(IndexedName::supplier)
                .distinct()
                .limit(limit)
                .toList());
    }

    /** Reads the index as it is at this moment. */
    <R> R read(Reading<R> reading) {
        try {
            var searcher = searchers.acquire();
            try {
                return reading.with(reading(searcher));
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the index of names could not be read", failure);
        }
    }

    /** How often a term occurs is worth remembering for as long as the index stays as it is. */
    private NameSearcher reading(IndexSearcher searcher) {
        var known = latest;
        if (known == null || !known.reads(searcher)) {
            known = new NameSearcher(searcher);
            latest = known;
        }
        return known;
    }

    /** What is done with one state of the index. */
    interface Reading<R> {
        R with(NameSearcher searcher) throws IOException;
    }

    private static Document document(IndexedName entry) {
        var document = new Document();
        document.add(new StringField(SUPPLIER, entry.supplier().toString(), Field.Store.NO));
        document.add(new StringField(KEY, shortened(entry.key()), Field.Store.NO));
        var aliases = new LinkedHashSet<String>();
        entry.identifiers().forEach(identifier -> aliases.addAll(OrgId.aliases(identifier)));
        aliases.forEach(alias -> document.add(new StringField(IDENTIFIER, alias, Field.Store.NO)));
        document.add(new Field(WORD, new PreparedTerms.Stream(entry.words().list()), TERM));
        document.add(new Field(
                GRAM, new PreparedTerms.Stream(List.copyOf(entry.words().trigrams())), TERM));
        var slips = new LinkedHashSet<String>();
        entry.words().list().forEach(word -> slips.addAll(Words.slips(word)));
        document.add(new Field(SLIP, new PreparedTerms.Stream(List.copyOf(slips)), TERM));
        document.add(new BinaryDocValuesField(DATA, new BytesRef(entry.bytes())));
        return document;
    }

    /** A term has a greatest length; no two real names share so many letters. */
    static String shortened(String key) {
        return key.length() > 2000 ? key.substring(0, 2000) : key;
    }

    private static FieldType termType() {
        var type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
    }
}
