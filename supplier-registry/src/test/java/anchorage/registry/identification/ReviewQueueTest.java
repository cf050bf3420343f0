package anchorage.registry.identification;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.contracts.MentionSeen;
import anchorage.contracts.ReviewNeeded;
import anchorage.contracts.Topics;
import anchorage.testsupport.Backends;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReviewQueueTest {

    @Inject
    Jdbi database;

    @Inject
    Identifications identifications;

    @Inject
    Mentions mentions;

    @Inject
    IdentificationRows rows;

    @Inject
    ObjectMapper json;

    @Test
    void saysThatAMentionNeedsReviewWhenItComesInAndNotWhileItIsThere() throws IOException {
        // Given
        var seen = json.readValue(MentionSeen.class.getResource("samples/MentionSeen.json"), MentionSeen.class);
        identifications.see(List.of(seen));

        database.useTransaction(transaction -> {
            var mention = mentions.find(transaction, seen.mention()).orElseThrow();

            // When
            rows.keep(transaction, List.of(Identification.provisional(mention, "nobody", List.of())));
            assertThat(said(transaction)).isEmpty();
            rows.keep(transaction, List.of(Identification.review(mention, 0.5, "unsure", List.of())));
            rows.keep(transaction, List.of(Identification.review(mention, 0.6, "still unsure", List.of())));

            // Then
            assertThat(said(transaction)).hasSize(1);
            assertThat(said(transaction).get(0).mentions()).containsExactly(seen.mention());
            transaction.rollback();
        });
    }

    /** In a transaction that nobody else sees, so the relay cannot be faster. */
    private List<ReviewNeeded> said(Handle transaction) {
        return transaction
                .createQuery("SELECT fact FROM outbox WHERE topic = :topic ORDER BY id")
                .bind("topic", Topics.REVIEWS_NEEDED)
                .map((row, context) -> read(row.getBytes("fact")))
                .list();
    }

    private ReviewNeeded read(byte[] fact) {
        try {
            return json.readValue(fact, ReviewNeeded.class);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
