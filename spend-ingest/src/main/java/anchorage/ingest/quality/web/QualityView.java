package anchorage.ingest.quality.web;

import anchorage.ingest.quality.Measure;
import anchorage.ingest.quality.Scorecard;
import anchorage.ingest.quality.Scorecards.Report;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An anchor's scorecard as the public API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Quality")
record QualityView(
        String anchor,

        @Schema(description = "Deliveries received from here")
        Instant from,

        @Schema(description = "to here") Instant to,

        @Schema(description = "Of 100; absent where nothing can be counted", examples = "93.4")
        String score,

        List<Component> components,
        List<FeedQuality> feeds) {

    /** One feed's. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FeedQuality(
            String feed,
            String score,
            List<Component> components,

            @Schema(description = "When a delivery was due that has not come; absent where none is owed")
            Instant silentSince) {}

    /** One side of quality: how many of all are good, and what that counts for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Component(
            Measure name,

            @Schema(description = "Of 100") int weight,

            @Schema(description = "From 0 to 1; absent where there is nothing to count, or the ledger counts it")
            String value,

            Long good,
            Long all,

            @Schema(description = "What is counted, of what")
            String counts,

            @Schema(description = "Where it is answered, if not here", examples = "/v1/insights/local-share?anchor=x")
            String answeredAt,

            @Schema(description = "Which part of that answer it is", examples = "basis.coverage.identified")
            String answeredAs) {}

    static QualityView of(String anchor, Report report) {
        return new QualityView(
                anchor,
                report.from(),
                report.to(),
                said(report.all().score()),
                components(anchor, report.all()),
                report.feeds().stream()
                        .map(feed -> new FeedQuality(
                                feed.feed(),
                                said(feed.score()),
                                components(anchor, feed),
                                feed.silentSince().orElse(null)))
                        .toList());
    }

    private static List<Component> components(String anchor, Scorecard card) {
        return Arrays.stream(Measure.values())
                .map(measure -> measure.isCountedHere() ? counted(measure, card) : elsewhere(measure, anchor))
                .toList();
    }

    private static Component counted(Measure measure, Scorecard card) {
        var count = Optional.ofNullable(card.counts().get(measure));
        return new Component(
                measure,
                measure.weight(),
                said(count.flatMap(each -> each.share())),
                count.map(each -> each.good()).orElse(null),
                count.map(each -> each.all()).orElse(null),
                measure.counts(),
                null,
                null);
    }

    private static Component elsewhere(Measure measure, String anchor) {
        return new Component(
                measure,
                measure.weight(),
                null,
                null,
                null,
                measure.counts(),
                "/v1/insights/local-share?anchor=" + anchor,
                "basis.coverage." + measure.slug());
    }

    private static String said(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse(null);
    }
}
