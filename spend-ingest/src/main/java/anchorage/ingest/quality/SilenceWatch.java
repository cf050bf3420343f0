package anchorage.ingest.quality;

import anchorage.ingest.Chore;
import anchorage.ingest.quality.FeedHistory.LastHeard;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Notices feeds that fall silent and feeds that speak again, and says each change once, whoever notices it first. */
@ApplicationScoped
class SilenceWatch implements Chore {

    private static final Logger LOG = Logger.getLogger(SilenceWatch.class);

    private final Jdbi database;
    private final FeedHistory history;
    private final Clock clock;
    private final AtomicInteger silent;

    SilenceWatch(Jdbi database, FeedHistory history, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.history = history;
        this.clock = clock;
        this.silent = metrics.gauge("ingest.feeds.silent", new AtomicInteger());
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        watch(clock.instant());
    }

    /** Looks at every feed; answers how many changed. */
    int watch(Instant now) {
        var known = known();
        int found = 0;
        int changed = 0;
        for (var last : history.lastHeard(Optional.empty())) {
            var since = last.silentSince(now);
            found += since.isPresent() ? 1 : 0;
            if (since.isPresent() != known.contains(key(last.anchor(), last.feed()))) {
                changed += since.map(due -> fellSilent(last, due, now)).orElseGet(() -> spokeAgain(last)) ? 1 : 0;
            }
        }
        silent.set(found);
        return changed;
    }

    private Set<String> known() {
        return database.withHandle(handle -> handle.createQuery("SELECT anchor, feed FROM feed_silence")
                .map((row, context) -> key(row.getString("anchor"), row.getString("feed")))
                .collect(Collectors.toSet()));
    }

    private static String key(String anchor, String feed) {
        return anchor + "/" + feed;
    }

    private boolean fellSilent(LastHeard last, Instant due, Instant now) {
        boolean isNew = database.withHandle(handle -> handle.execute(
                        "INSERT INTO feed_silence (anchor, feed, since, noticed_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        last.anchor(),
                        last.feed(),
                        due,
                        now))
                > 0;
        if (isNew) {
            LOG.warnf(
                    "a feed has fallen silent anchor=%s feed=%s lastHeard=%s due=%s",
                    last.anchor(), last.feed(), last.at(), due);
        }
        return isNew;
    }

    private boolean spokeAgain(LastHeard last) {
        boolean wasSilent = database.withHandle(handle -> handle.execute(
                        "DELETE FROM feed_silence WHERE anchor = ? AND feed = ?", last.anchor(), last.feed()))
                > 0;
        if (wasSilent) {
            LOG.infof("a silent feed has spoken again anchor=%s feed=%s", last.anchor(), last.feed());
        }
        return wasSilent;
    }
}
