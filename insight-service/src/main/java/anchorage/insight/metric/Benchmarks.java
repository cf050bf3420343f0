package anchorage.insight.metric;

import anchorage.insight.disclosure.Cell;
import anchorage.insight.disclosure.SafeCells;
import anchorage.insight.metric.LocalShare.Share;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Anchors beside each other under the same definition. Two means are in use, and are not the same figure: the weighted
 * mean is the local pounds of all by the pounds of all, so large spenders weigh more; the unweighted mean is the mean of
 * the anchors' shares, so each weighs the same. CLES's "average" of 53.8 % for Greater Manchester is unweighted; its
 * weighted mean is 61.73 %.
 */
@ApplicationScoped
public class Benchmarks {

    private static final String TOGETHER = "(anchors that share only aggregates)";

    private final LocalShare localShare;
    private final Asking asking;
    private final Sharing sharing;

    Benchmarks(LocalShare localShare, Asking asking, Sharing sharing) {
        this.localShare = localShare;
        this.asking = asking;
        this.sharing = sharing;
    }

    /** An answer: one row for each anchor, the means, and the whole. */
    @Schema(name = "Benchmarks")
    public record Answer(Basis basis, List<Row> rows, Means means, LocalShare.Row total) implements Answered {}

    /**
     * Money is in pounds with two decimal places, shares from 0 to 1 with four.
     *
     * @param toUnweightedMean how far the share lies above the unweighted mean, below zero where it lies below
     */
    @Schema(name = "BenchmarksRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            Map<String, String> key,
            String name,
            String kind,
            long lines,
            String total,
            String local,
            String elsewhere,
            String unknown,
            Share share,
            String toUnweightedMean,
            LinesLink links) {}

    /** Both means, each as the interval that a share is. */
    @Schema(name = "Means")
    public record Means(
            @Schema(description = "Local pounds of all anchors by the pounds of all anchors: large spenders weigh more")
            Share weighted,

            @Schema(description = "The mean of the anchors' shares: every anchor weighs the same")
            Share unweighted) {

        /**
         * Of anchors.
         *
         * @param all those whose pounds are known, alone or together
         * @param anchors those whose shares are known one by one
         */
        static Means of(List<Parts> all, List<Parts> anchors) {
            return new Means(
                    Share.of(sum(all, Parts::local), sum(all, Parts::elsewhere), sum(all, Parts::unknown)),
                    new Share(
                            mean(anchors, Parts::local, Parts::total),
                            mean(anchors, parts -> parts.local.add(parts.unknown), Parts::total),
                            mean(anchors, Parts::local, parts -> parts.local.add(parts.elsewhere))));
        }

        private static BigDecimal sum(List<Parts> anchors, Function<Parts, BigDecimal> part) {
            return anchors.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private static String mean(
                List<Parts> anchors, Function<Parts, BigDecimal> part, Function<Parts, BigDecimal> whole) {
            var shares = anchors.stream()
                    .filter(anchor -> whole.apply(anchor).signum() > 0)
                    .map(anchor -> part.apply(anchor).divide(whole.apply(anchor), MathContext.DECIMAL64))
                    .toList();
            return Money.share(
                    shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add), BigDecimal.valueOf(shares.size()));
        }
    }

    /** What of an anchor's spend is where. */
    record Parts(BigDecimal local, BigDecimal elsewhere, BigDecimal unknown) {

        static Parts of(LocalShare.Row row) {
            return new Parts(
                    new BigDecimal(row.local()), new BigDecimal(row.elsewhere()), new BigDecimal(row.unknown()));
        }

        BigDecimal total() {
            return local.add(elsewhere).add(unknown);
        }
    }

    private record Described(String name, String kind) {}

    /**
     * Answers the question, anchor by anchor. To the people of an anchor, those that share only aggregates stand in one
     * row, and only where they cannot be told apart; else they are not in the answer at all.
     */
    public Answer of(Question question, Audience audience) {
        var all = question.saying(Optional.empty());
        var told = sharing.told(all, audience);
        var hidden =
                all.anchors().stream().filter(anchor -> !told.contains(anchor)).toList();
        var together = hidden.isEmpty() ? Optional.<LocalShare.Row>empty() : together(all.about(hidden));
        var shares = localShare.of(together.isPresent() ? all : all.about(told), List.of(Dimension.ANCHOR));
        var shown = Stream.concat(
                        shares.rows().stream()
                                .filter(row -> told.contains(row.key().get("anchor"))),
                        together.stream())
                .toList();
        var parts = shown.stream().map(Parts::of).toList();
        var means = Means.of(parts, together.isPresent() ? parts.subList(0, parts.size() - 1) : parts);
        var described = described(question);
        var rows = shown.stream()
                .map(row -> row(row, described.get(row.key().get("anchor")), means))
                .toList();
        return new Answer(shares.basis(), rows, means, shares.total());
    }

    /** Anchors that share only aggregates as one row, where none of them can be told from it. */
    private Optional<LocalShare.Row> together(Question hidden) {
        var shares = localShare.of(hidden, List.of(Dimension.ANCHOR));
        var isSafe = Stream.<Function<LocalShare.Row, String>>of(
                        LocalShare.Row::total,
                        LocalShare.Row::local,
                        LocalShare.Row::elsewhere,
                        LocalShare.Row::unknown)
                .map(part -> shares.rows().stream()
                        .map(part)
                        .map(BigDecimal::new)
                        .filter(pounds -> pounds.signum() != 0)
                        .toList())
                .allMatch(parts -> SafeCells.isSafe(Cell.of(parts)));
        return Optional.of(shares.total()).filter(row -> isSafe).map(row -> row.named(Map.of("anchor", TOGETHER)));
    }

    private static Row row(LocalShare.Row row, Described anchor, Means means) {
        var mean = means.unweighted().atLeast();
        var share = row.share().atLeast();
        return new Row(
                row.key(),
                anchor == null ? null : anchor.name,
                anchor == null ? null : anchor.kind,
                row.lines(),
                row.total(),
                row.local(),
                row.elsewhere(),
                row.unknown(),
                row.share(),
                share == null
                        ? null
                        : new BigDecimal(share).subtract(new BigDecimal(mean)).toPlainString(),
                row.links());
    }

    private Map<String, Described> described(Question question) {
        var described = new HashMap<String, Described>();
        asking.facts(
                        question,
                        known -> "SELECT anchor, name, kind FROM anchor WHERE "
                                + Sql.knownAt(known.moments().places()),
                        row -> Map.entry(
                                row.getString("anchor"), new Described(row.getString("name"), row.getString("kind"))))
                .forEach(anchor -> described.put(anchor.getKey(), anchor.getValue()));
        return described;
    }
}
