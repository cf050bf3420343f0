package anchorage.ingest.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How many of all are good. */
public record Count(long good, long all) {

    static final Count NOTHING = new Count(0, 0);

    Count plus(Count other) {
        return new Count(good + other.good, all + other.all);
    }

    /** The share of good ones from 0 to 1; none where there is nothing to count. */
    public Optional<BigDecimal> share() {
        return all == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(good).divide(BigDecimal.valueOf(all), 4, RoundingMode.HALF_UP));
    }
}
