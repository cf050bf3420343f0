package anchorage.ingest.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a notice tells beside its type and moment: ids and links; no line, no amount, no name. */
public sealed interface NoticeData {

    /** Of a delivery that was applied or refused. */
    @Schema(name = "DeliveryNotice", description = "Which delivery it is about")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfDelivery(
            @Schema(required = true) UUID delivery,
            @Schema(required = true) String anchor,
            @Schema(required = true) String feed,

            @Schema(description = "Why it was refused; absent where it was applied")
            NoticeProblem problem,

            @Schema(required = true) DeliveryLinks links)
            implements NoticeData {

        /** Why a delivery was refused. Its sentence may say what stands in a cell, so it is for who reads the delivery. */
        @Schema(name = "NoticeProblem")
        public record NoticeProblem(
                @Schema(required = true, examples = "no-header")
                String code) {}

        /** Where to ask for more. */
        @Schema(name = "DeliveryNoticeLinks")
        public record DeliveryLinks(
                @Schema(required = true, examples = "/v1/deliveries/0b7e9a52-4b1d-4f3a-9c55-0d9e1b7a2f60")
                String delivery) {}

        /** Of that delivery, refused for a reason or not. */
        public static OfDelivery of(UUID delivery, String anchor, String feed, Optional<String> problem) {
            var links = new DeliveryLinks("/v1/deliveries/" + delivery);
            return new OfDelivery(
                    delivery, anchor, feed, problem.map(NoticeProblem::new).orElse(null), links);
        }
    }

    /** Of mentions that came into the review queue. */
    @Schema(name = "ReviewNotice", description = "Which mentions wait for a person, 200 at most")
    record OfReview(
            @Schema(required = true) List<UUID> mentions,
            @Schema(required = true) QueueLinks links) implements NoticeData {

        /** Where to ask for more. */
        @Schema(name = "ReviewNoticeLinks")
        public record QueueLinks(
                @Schema(required = true, examples = "/v1/identifications?state=REVIEW")
                String queue) {}

        /** Of those mentions. */
        public static OfReview of(List<UUID> mentions) {
            return new OfReview(mentions, new QueueLinks("/v1/identifications?state=REVIEW"));
        }
    }

    /** Of nothing but that notices arrive. */
    @Schema(name = "TestNotice", description = "The webhook that is tried")
    record OfTest(
            @Schema(required = true) UUID webhook,
            @Schema(required = true) WebhookLinks links) implements NoticeData {

        /** Where to ask for more. */
        @Schema(name = "TestNoticeLinks")
        public record WebhookLinks(
                @Schema(required = true, examples = "/v1/webhooks/6f8a2c7e-4b1d-4f3a-9c55-0d9e1b7a2f60")
                String webhook) {}

        /** Of that webhook. */
        public static OfTest of(UUID webhook) {
            return new OfTest(webhook, new WebhookLinks("/v1/webhooks/" + webhook));
        }
    }
}
