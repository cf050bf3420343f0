package anchorage.registry.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class NameIndexTest {

    private static final IndexedSupplier SUPPLIER = new IndexedSupplier(
            new UUID(0, 7),
            List.of(new IndexedSupplier.Named("Quillet Joinery Limited", "CURRENT")),
            List.of(),
            List.of("GB-COH:10000031"),
            false);

    @Test
    void remembersUpToWhereTheDatabaseWasRead() throws IOException {
        // Given
        var directory = new ByteBuffersDirectory();
        try (var index = new NameIndex(directory)) {
            index.put(List.of(SUPPLIER));
            index.commit(42);
        }

        // When
        try (var again = new NameIndex(directory)) {

            // Then
            assertThat(again.position()).isEqualTo(42);
            assertThat(again.beginningWith("quillet", 5)).containsExactly(SUPPLIER.supplier());
        }
    }

    @Test
    void beginsAnewWhereAnotherVersionLaidItOutDifferently() throws IOException {
        // Given
        var directory = new ByteBuffersDirectory();
        try (var old = new IndexWriter(directory, new IndexWriterConfig())) {
            var document = new Document();
            document.add(new StringField(NameIndex.KEY, "QUILLETJOINERY", Field.Store.NO));
            old.addDocument(document);
            old.setLiveCommitData(Map.of("position", "42").entrySet());
        }

        // When
        try (var index = new NameIndex(directory)) {

            // Then
            assertThat(index.position()).isZero();
            assertThat(index.size()).isZero();
            assertThat(index.beginningWith("quillet", 5)).isEmpty();
        }
    }
}
