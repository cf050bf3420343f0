package anchorage.ingest.quality;

import anchorage.ingest.feed.Feed.Cadence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What has come through feeds, as far as it tells how good they are. */
@ApplicationScoped
class FeedHistory {

    /** A file that only mends or replaces another is not the feed's next. */
    private static final String A_TURN =
            "state IN ('PUBLISHED', 'APPLIED', 'SUPERSEDED') AND supplements IS NULL AND supersedes IS NULL";

    private final Jdbi database;

    FeedHistory(Jdbi database) {
        this.database = database;
    }

    /**
     * What a feed's deliveries came to that count.
     *
     * @param refused rows, those left out that a supplement has brought since
     * @param counted lines of which it is known whether they are redacted
     */
    record Sums(long deliveries, long accepted, long refused, long counted, long redacted, long flipped) {}

    /** When a feed last had a delivery, or when it was described if it never had one. */
    record LastHeard(String anchor, String feed, Cadence cadence, Instant at) {

        /** When a delivery was due that has not come by now. */
        Optional<Instant> silentSince(Instant now) {
            return Schedule.of(cadence).map(schedule -> schedule.due(at)).filter(due -> due.isBefore(now));
        }
    }

    /** When the feed's deliveries came since then, in order, and the one before. */
    List<Instant> turns(String anchor, String feed, Instant from) {
        return database.withHandle(
                handle -> handle.createQuery("SELECT received_at FROM delivery WHERE anchor = :anchor"
                                + " AND feed = :feed AND " + A_TURN + """
                         AND received_at >= coalesce((
                            SELECT max(received_at) FROM delivery
                            WHERE anchor = :anchor AND feed = :feed AND received_at < :from AND
                        """ + A_TURN + "), :from) ORDER BY received_at")
                        .bind("anchor", anchor)
                        .bind("feed", feed)
                        .bind("from", from)
                        .map((row, context) -> row.getTimestamp("received_at").toInstant())
                        .list());
    }

    Sums sums(String anchor, String feed, Instant from) {
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) AS deliveries, coalesce(sum(accepted), 0) AS accepted,
                            coalesce(sum(CASE WHEN supplements IS NULL THEN refused ELSE refused - accepted END), 0)
                                AS refused,
                            coalesce(sum(month.lines), 0) AS counted, coalesce(sum(month.redacted), 0) AS redacted,
                            count(*) FILTER (WHERE warnings @> '[{"code": "sign-flip"}]') AS flipped
                        FROM delivery CROSS JOIN LATERAL (
                            SELECT sum((value ->> 'lines')::bigint) AS lines,
                                sum((value ->> 'redacted')::bigint) AS redacted
                            FROM jsonb_each(months) WHERE jsonb_exists(value, 'redacted')) month
                        WHERE anchor = :anchor AND feed = :feed AND state IN ('PUBLISHED', 'APPLIED')
                            AND received_at >= :from
                        """)
                .bind("anchor", anchor)
                .bind("feed", feed)
                .bind("from", from)
                .map((row, context) -> new Sums(
                        row.getLong("deliveries"),
                        row.getLong("accepted"),
                        Math.max(0, row.getLong("refused")),
                        row.getLong("counted"),
                        row.getLong("redacted"),
                        row.getLong("flipped")))
                .one());
    }

    /** When each of the anchor's feeds was last heard of; of every anchor's, if none is named. */
    List<LastHeard> lastHeard(Optional<String> anchor) {
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT feed.anchor, feed.id, feed.cadence, coalesce(last.at, feed.updated_at) AS at
                        FROM feed LEFT JOIN (
                            SELECT anchor, feed, max(received_at) AS at FROM delivery WHERE
                        """ + A_TURN + """
                             GROUP BY anchor, feed) last ON last.anchor = feed.anchor AND last.feed = feed.id
                        WHERE feed.anchor = coalesce(:anchor, feed.anchor) ORDER BY feed.anchor, feed.id
                        """)
                .bind("anchor", anchor.orElse(null))
                .map((row, context) -> new LastHeard(
                        row.getString("anchor"),
                        row.getString("id"),
                        Cadence.valueOf(row.getString("cadence")),
                        row.getTimestamp("at").toInstant()))
                .list());
    }
}
