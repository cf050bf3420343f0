package anchorage.ingest.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The quality of a feed, or of several together.
 *
 * @param counts by what is measured; a measure of which there is nothing to count is absent
 * @param silentSince when a delivery was due that has not come
 */
public record Scorecard(String feed, Map<Measure, Count> counts, Optional<Instant> silentSince) {

    public Scorecard {
        var ordered = new EnumMap<Measure, Count>(Measure.class);
        ordered.putAll(counts);
        counts = Collections.unmodifiableMap(ordered);
    }

    /**
     * The weighted mean of the measures that could be counted, from 0 to 100; none where nothing could be.
     */
    public Optional<BigDecimal> score() {
        var sum = BigDecimal.ZERO;
        int weights = 0;
        for (var each : counts.entrySet()) {
            var share = each.getValue().share();
            if (share.isPresent()) {
                sum = sum.add(
                        share.get().multiply(BigDecimal.valueOf(each.getKey().weight())));
                weights += each.getKey().weight();
            }
        }
        return weights == 0
                ? Optional.empty()
                : Optional.of(sum.multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(weights), 1, RoundingMode.HALF_UP));
    }

    /** Both together: the counts add up. */
    Scorecard plus(Scorecard other) {
        var sum = new EnumMap<Measure, Count>(Measure.class);
        sum.putAll(counts);
        other.counts.forEach((measure, count) -> sum.merge(measure, count, Count::plus));
        return new Scorecard(feed, sum, silentSince);
    }
}
