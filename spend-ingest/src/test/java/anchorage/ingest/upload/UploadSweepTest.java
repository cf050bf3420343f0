package anchorage.ingest.upload;

import static anchorage.ingest.delivery.web.SpendFeed.ledger;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.ingest.delivery.web.SpendFeed;
import anchorage.kit.security.Reach;
import anchorage.testsupport.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class UploadSweepTest {

    private static final SpendFeed FEED = new SpendFeed("demo-sweep");

    @Inject
    UploadSweep sweep;

    @Inject
    UploadFolder folder;

    @Inject
    Clock clock;

    @Test
    void forgetsAnUploadWhoseNextPartDoesNotCome() {
        // Given
        FEED.create();
        var upload = begun();
        sweepAfter(23);
        assertThat(folder.known()).contains(upload);

        // When
        sweepAfter(25);

        // Then
        assertThat(folder.known()).doesNotContain(upload);
        FEED.publisher().head("/v1/uploads/" + upload).then().statusCode(404);
    }

    private void sweepAfter(int hours) {
        Reach.EVERY_ANCHOR.during(() -> sweep.sweep(clock.instant().plus(Duration.ofHours(hours))));
    }

    private static UUID begun() {
        var location = FEED.publisher()
                .contentType("text/csv")
                .header("Upload-Complete", "?0")
                .body(ledger())
                .post("/v1/anchors/demo-sweep/feeds/spend/deliveries")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }
}
