package anchorage.ingest.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.ingest.delivery.web.SpendFeed;
import anchorage.kit.security.Reach;
import anchorage.testsupport.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReadingQueueTest {

    private static final Instant ONE_DAY = Instant.parse("2999-01-02T00:00:00Z");

    @Inject
    ReadingQueue queue;

    @Inject
    Jdbi database;

    @AfterEach
    void clear() {
        new WaitingDeliveries(database).clear();
    }

    @Test
    void letsNoAnchorsManyFilesKeepAnothersWaiting() {
        // Given
        new SpendFeed("demo-many").create();
        new SpendFeed("demo-few").create();
        var waiting = new WaitingDeliveries(database);
        waiting.of("demo-many", 200);
        assertThat(next()).isEqualTo("demo-many");

        // When
        waiting.of("demo-few", 1);
        var first = next();
        next();
        waiting.of("demo-few", 1);
        var second = next();

        // Then
        assertThat(first).isEqualTo("demo-few");
        assertThat(second).isEqualTo("demo-few");
        assertThat(next()).isEqualTo("demo-many");
    }

    /** Whose turn it is; its delivery then waits no more. */
    private String next() {
        return Reach.EVERY_ANCHOR.during(() -> database.inTransaction(transaction -> {
            var job = queue.claim(transaction, ONE_DAY).orElseThrow();
            queue.done(transaction, job);
            return job.anchor();
        }));
    }
}
