package anchorage.ingest.webhook.messaging;

import anchorage.contracts.ReviewNeeded;
import anchorage.ingest.webhook.Event;
import anchorage.ingest.webhook.NoticeData;
import anchorage.ingest.webhook.Notices;
import anchorage.ingest.webhook.Notices.Happening;
import anchorage.kit.security.Reach;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;

/** Hears from the registry that mentions wait for a person. Hearing it twice changes nothing. */
@ApplicationScoped
class ReviewConsumer {

    private final Jdbi database;
    private final Notices notices;
    private final ObjectMapper json;

    ReviewConsumer(Jdbi database, Notices notices, ObjectMapper json) {
        this.database = database;
        this.notices = notices;
        this.json = json;
    }

    @Incoming("reviews-needed")
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, abortOn = JsonProcessingException.class)
    void needed(byte[] message) throws IOException {
        var fact = json.readValue(message, ReviewNeeded.class);
        var happening = new Happening(
                Event.REVIEW_NEEDED,
                Optional.empty(),
                fact.id().toString(),
                fact.neededAt(),
                NoticeData.OfReview.of(fact.mentions()));
        Reach.EVERY_ANCHOR.during(() -> database.useTransaction(transaction -> notices.tell(transaction, happening)));
    }
}
