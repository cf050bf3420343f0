package anchorage.ingest.delivery.web;

import anchorage.ingest.delivery.Delivery;
import anchorage.ingest.delivery.DeliveryState;
import anchorage.ingest.delivery.RefusedRows.RefusedFor;
import anchorage.ingest.delivery.Relation;
import anchorage.ingest.delivery.Warning;
import anchorage.ingest.reading.Layout;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delivery as the public API shows it. Money is a decimal string with two places. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Delivery")
public record DeliveryView(
        UUID id,
        String anchor,
        String feed,
        DeliveryState state,
        Instant receivedAt,
        String fileName,
        long bytes,
        String sha256,

        @Schema(description = "How the file was found to be laid out; absent until it is read")
        Layout layout,

        @Schema(description = "read = accepted + refused + blank + excluded")
        Counts counts,

        Totals totals,
        Control control,

        @Schema(description = "Why the delivery was refused as a whole; absent unless it was")
        Refused refused,

        @Schema(description = "Why rows were refused, the most frequent reason first")
        List<RefusedFor> problems,

        @Schema(description = "What is likely a mistake, though every row could be read; it counts all the same")
        List<Warning> warnings,

        @Schema(description = "What the ledger holds; absent until it has taken the delivery")
        Applied applied,

        @Schema(description = "The delivery whose place it takes when it is applied")
        UUID supersedes,

        @Schema(description = "The delivery that has taken its place")
        UUID supersededBy,

        @Schema(description = "The delivery whose refused rows it brings, mended")
        UUID supplements,

        @Schema(description = "The deliveries that bring its refused rows, mended")
        List<UUID> supplementedBy,

        Withdrawn withdrawn,

        Map<String, String> links) {

    record Withdrawn(String reason, Instant at) {}

    record Counts(long read, long accepted, long refused, long blank, long excluded) {}

    record Totals(
            @Schema(examples = "621913624.42") String net,
            @Schema(examples = "-55934462.06") String credits,
            long creditLines) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Control(
            @Schema(description = "As it was said; absent if it was not")
            Long expectedLines,

            @Schema(description = "As it was said; absent if it was not")
            String expectedTotal,

            @Schema(description = "Absent until the file is read")
            Boolean agrees) {}

    record Refused(String code, String detail) {}

    record Applied(long lines, String total, boolean agrees, Instant at) {}

    /** The delivery with why its rows were refused, the most frequent reason first, and what mends it. */
    public static DeliveryView of(Delivery delivery, List<RefusedFor> problems, List<Delivery> supplements) {
        var tally = delivery.tally();
        var self = "/v1/deliveries/" + delivery.id();
        return new DeliveryView(
                delivery.id(),
                delivery.anchor(),
                delivery.feed(),
                delivery.state(),
                delivery.receivedAt(),
                delivery.fileName(),
                delivery.bytes(),
                delivery.sha256(),
                delivery.layout(),
                new Counts(tally.read(), tally.accepted(), tally.refused(), tally.blank(), tally.excluded()),
                new Totals(pounds(tally.net()), pounds(tally.credits()), tally.creditLines()),
                control(delivery),
                delivery.problem()
                        .map(problem -> new Refused(problem.code(), problem.detail()))
                        .orElse(null),
                problems,
                delivery.warnings(),
                delivery.applied()
                        .map(applied ->
                                new Applied(applied.lines(), pounds(applied.total()), applied.agrees(), applied.at()))
                        .orElse(null),
                delivery.related(Relation.Kind.SUPERSEDES),
                delivery.supersededBy(),
                delivery.related(Relation.Kind.SUPPLEMENTS),
                supplements.stream().map(Delivery::id).toList(),
                delivery.withdrawal()
                        .map(withdrawal -> new Withdrawn(withdrawal.reason(), withdrawal.at()))
                        .orElse(null),
                Map.of(
                        "self", self,
                        "events", self + "/events",
                        "refusedRows", self + "/refused-rows",
                        "original", self + "/original"));
    }

    private static Control control(Delivery delivery) {
        var control = delivery.control();
        if (control.lines() == null && control.total() == null) {
            return null;
        }
        var isRead = delivery.layout() != null;
        return new Control(
                control.lines(),
                control.total() == null ? null : pounds(control.total()),
                isRead ? control.agreesWith(delivery.tally()).orElse(null) : null);
    }

    private static String pounds(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
