package anchorage.ingest.quality;

import anchorage.ingest.feed.Feed;
import anchorage.ingest.feed.Feed.VatBasis;
import anchorage.ingest.feed.Feeds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges an anchor's feeds by what they brought in the last year. */
@ApplicationScoped
public class Scorecards {

    private static final Duration YEAR = Duration.ofDays(365);

    private final Feeds feeds;
    private final FeedHistory history;
    private final Clock clock;

    Scorecards(Feeds feeds, FeedHistory history, Clock clock) {
        this.feeds = feeds;
        this.history = history;
        this.clock = clock;
    }

    /** An anchor's feeds from one moment to the other, each and all together. */
    public record Report(Instant from, Instant to, Scorecard all, List<Scorecard> feeds) {}

    /** A feed that owes a delivery since then, and when it last brought one or was described. */
    public record Silence(String feed, Instant since, Instant lastHeard) {}

    public Report of(String anchor) {
        var now = clock.instant();
        var from = now.minus(YEAR);
        var silent = silences(anchor, Optional.empty(), Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(Silence::feed, Silence::since));
        var each = feeds.of(anchor).stream()
                .map(feed ->
                        new Scorecard(feed.id(), counts(feed, from, now), Optional.ofNullable(silent.get(feed.id()))))
                .toList();
        var all = each.stream().reduce(new Scorecard("all", Map.of(), Optional.empty()), Scorecard::plus);
        return new Report(from, now, all, each);
    }

    /** The anchor's feeds that owe a delivery now, in the order of their ids, at most so many, those behind a feed. */
    public List<Silence> silences(String anchor, Optional<String> after, int most) {
        var now = clock.instant();
        return history.lastHeard(Optional.of(anchor)).stream()
                .flatMap(
                        last -> last.silentSince(now).stream().map(since -> new Silence(last.feed(), since, last.at())))
                .filter(silence ->
                        after.map(feed -> silence.feed().compareTo(feed) > 0).orElse(true))
                .sorted(Comparator.comparing(Silence::feed))
                .limit(most)
                .toList();
    }

    private Map<Measure, Count> counts(Feed feed, Instant from, Instant now) {
        var sums = history.sums(feed.anchor(), feed.id(), from);
        var counts = new EnumMap<Measure, Count>(Measure.class);
        Schedule.of(feed.cadence())
                .ifPresent(schedule ->
                        counts.put(Measure.ON_TIME, schedule.kept(history.turns(feed.anchor(), feed.id(), from), now)));
        counts.put(Measure.READABLE, new Count(sums.accepted(), sums.accepted() + sums.refused()));
        counts.put(Measure.NAMED, new Count(sums.counted() - sums.redacted(), sums.counted()));
        counts.put(
                Measure.VAT_BASIS_KNOWN,
                new Count(feed.vatBasis() == VatBasis.UNKNOWN ? 0 : sums.accepted(), sums.accepted()));
        counts.put(Measure.SIGNS_SANE, new Count(sums.deliveries() - sums.flipped(), sums.deliveries()));
        counts.values().removeIf(count -> count.all() == 0);
        return counts;
    }
}
