package anchorage.ingest.quality;

import anchorage.ingest.feed.Feed.Cadence;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When a feed's deliveries are due: one cadence after the one before, and some days of grace. A quarterly feed has a
 * month of grace, as the Local Government Transparency Code 2015 gives it; the others have about a third of their
 * cadence, a yearly one a month too.
 */
final class Schedule {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final Period interval;
    private final Period grace;

    private Schedule(Period interval, Period grace) {
        this.interval = interval;
        this.grace = grace;
    }

    /** The schedule of a cadence; none where deliveries come when they come. */
    static Optional<Schedule> of(Cadence cadence) {
        return switch (cadence) {
            case WEEKLY -> Optional.of(new Schedule(Period.ofDays(7), Period.ofDays(2)));
            case MONTHLY -> Optional.of(new Schedule(Period.ofMonths(1), Period.ofDays(10)));
            case QUARTERLY -> Optional.of(new Schedule(Period.ofMonths(3), Period.ofMonths(1)));
            case YEARLY -> Optional.of(new Schedule(Period.ofYears(1), Period.ofMonths(1)));
            case IRREGULAR -> Optional.empty();
        };
    }

    /** The moment until which the next delivery is in time. */
    Instant due(Instant last) {
        return last.atZone(HERE).plus(interval).plus(grace).toInstant();
    }

    /**
     * How many turns were kept between the first moment and now.
     *
     * @param moments when deliveries came, in order; the first opens the first turn
     */
    Count kept(List<Instant> moments, Instant now) {
        var count = Count.NOTHING;
        for (int at = 1; at < moments.size(); at++) {
            var missed = missed(moments.get(at - 1), moments.get(at));
            // Several files at once are one turn.
            boolean isAnotherTurn = moments.get(at)
                    .atZone(HERE)
                    .toLocalDate()
                    .isAfter(moments.get(at - 1).atZone(HERE).toLocalDate());
            count = count.plus(missed).plus(isAnotherTurn ? new Count(1, 1) : Count.NOTHING);
        }
        return moments.isEmpty() ? count : count.plus(missed(moments.get(moments.size() - 1), now));
    }

    private Count missed(Instant last, Instant next) {
        long missed = 0;
        for (var turn = last;
                due(turn).isBefore(next);
                turn = turn.atZone(HERE).plus(interval).toInstant()) {
            missed++;
        }
        return new Count(0, missed);
    }
}
