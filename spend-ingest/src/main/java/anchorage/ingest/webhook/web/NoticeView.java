package anchorage.ingest.webhook.web;

import anchorage.ingest.webhook.Event;
import anchorage.ingest.webhook.Notice;
import anchorage.ingest.webhook.Notice.Sending;
import anchorage.ingest.webhook.Notice.State;
import anchorage.ingest.webhook.Notice.Told;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A notice as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Notice", description = "What a webhook is told of one event")
record NoticeView(
        @Schema(description = "The header webhook-id of every time that it is sent")
        UUID id,

        Event event,

        @Schema(
                description = "The very text that is signed and sent",
                examples = "{\"type\":\"webhook.test\",\"timestamp\":\"2026-04-12T09:30:00Z\",\"data\":{}}")
        String body,

        Instant madeAt,

        @Schema(
                description = "WAITING to be sent, SENT when an answer of 200 to 299 came, GIVEN_UP when none came for "
                        + "days")
        State state,

        @Schema(description = "How often it failed since it was made, or asked for again")
        int failures,

        @Schema(description = "When it is sent next; absent unless it waits")
        Instant nextAt,

        @Schema(description = "When it arrived") Instant sentAt,

        @Schema(description = "Each try at sending it, the earliest first; absent in a list")
        List<SendingView> sendings) {

    /** One try at sending a notice. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Sending")
    record SendingView(
            Instant at,

            @Schema(description = "Milliseconds until the answer, or until there was none")
            int millis,

            @Schema(description = "The status that came back", examples = "204")
            Integer status,

            @Schema(description = "Why none came back") String failure,

            @Schema(description = "The first 300 characters of what came back")
            String answer) {

        static SendingView of(Sending sending) {
            return new SendingView(
                    sending.at(),
                    sending.millis(),
                    sending.status().orElse(null),
                    sending.failure().orElse(null),
                    sending.answer().orElse(null));
        }
    }

    static NoticeView of(Notice notice) {
        return of(notice, null);
    }

    static NoticeView of(Told told) {
        return of(told.notice(), told.sendings().stream().map(SendingView::of).toList());
    }

    private static NoticeView of(Notice notice, List<SendingView> sendings) {
        return new NoticeView(
                notice.id(),
                notice.event(),
                notice.body(),
                notice.madeAt(),
                notice.state(),
                notice.failures(),
                notice.nextAt().orElse(null),
                notice.sentAt().orElse(null),
                sendings);
    }
}
