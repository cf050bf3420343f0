package anchorage.ingest.delivery;

import static anchorage.ingest.delivery.Warning.Code.MANY_ROWS_REFUSED;
import static anchorage.ingest.delivery.Warning.Code.MONTH_MISSING;
import static anchorage.ingest.delivery.Warning.Code.PERIOD_PUSHED_TWICE;
import static anchorage.ingest.delivery.Warning.Code.SIGN_FLIP;
import static anchorage.ingest.delivery.Warning.Code.UNUSUAL_TOTAL;

import anchorage.ingest.feed.Feed.Cadence;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Compares a delivery with those of its feed that count. */
final class WarningSigns {

    private static final int ENOUGH_MONTHS = 3;
    private static final BigDecimal TEN = BigDecimal.TEN;

    private final Cadence cadence;
    private final List<Past> past;

    WarningSigns(Cadence cadence, List<Past> past) {
        this.cadence = cadence;
        this.past = List.copyOf(past);
    }

    /** A delivery of the feed that counts. */
    record Past(UUID delivery, Tally tally, Months months) {}

    List<Warning> in(Tally tally, Months months) {
        var warnings = new ArrayList<Warning>();
        pushedTwice(months, warnings);
        missing(months, warnings);
        unusual(months, warnings);
        signs(tally, warnings);
        if (tally.refused() * 20 > tally.accepted() + tally.refused()) {
            warnings.add(new Warning(
                    MANY_ROWS_REFUSED,
                    tally.refused() + " of " + (tally.accepted() + tally.refused())
                            + " rows could not be read. Download refused-rows, mend them and push them as a "
                            + "supplement."));
        }
        return warnings;
    }

    private void pushedTwice(Months months, List<Warning> warnings) {
        for (var other : past) {
            var both = new TreeSet<YearMonth>();
            months.byMonth().forEach((month, here) -> {
                var there = other.months().byMonth().get(month);
                if (there != null && isAboutAsMany(here.lines(), there.lines())) {
                    both.add(month);
                }
            });
            if (!both.isEmpty()) {
                warnings.add(new Warning(
                        PERIOD_PUSHED_TWICE,
                        "Delivery " + other.delivery() + " has about as many lines in " + said(both)
                                + " and counts too. If this file replaces it, withdraw this delivery and push the file "
                                + "with supersedes=" + other.delivery() + "."));
            }
        }
    }

    private static boolean isAboutAsMany(long here, long there) {
        return Math.min(here, there) * 2 >= Math.max(here, there);
    }

    /** Only a feed that comes monthly or more often owes every month. */
    private void missing(Months months, List<Warning> warnings) {
        if (cadence != Cadence.MONTHLY && cadence != Cadence.WEEKLY
                || months.byMonth().isEmpty()) {
            return;
        }
        var first = months.byMonth().firstKey();
        var last = months.byMonth().lastKey();
        var known = new TreeSet<>(months.byMonth().keySet());
        past.forEach(other -> known.addAll(other.months().byMonth().keySet()));
        // Only the gap that this delivery leaves, not one that was there and warned of before.
        var from = known.headSet(first).isEmpty() ? first : known.lower(first);
        var missing = new TreeSet<YearMonth>();
        for (var month = from; month.isBefore(last); month = month.plusMonths(1)) {
            if (!known.contains(month)) {
                missing.add(month);
            }
        }
        if (!missing.isEmpty()) {
            warnings.add(new Warning(
                    MONTH_MISSING,
                    "The feed has no line in " + said(missing) + ". Push what is missing, if anything."));
        }
    }

    private void unusual(Months months, List<Warning> warnings) {
        var totals = new TreeMap<YearMonth, BigDecimal>();
        past.forEach(other -> other.months()
                .byMonth()
                .forEach((month, there) -> totals.merge(month, there.net().abs(), BigDecimal::add)));
        if (totals.size() < ENOUGH_MONTHS) {
            return;
        }
        var usual = totals.values().stream().sorted().toList().get(totals.size() / 2);
        var strange = new TreeSet<YearMonth>();
        months.byMonth().forEach((month, here) -> {
            var net = here.net().abs();
            boolean isTenTimes = net.compareTo(usual.multiply(TEN)) > 0;
            boolean isATenth = net.multiply(TEN).compareTo(usual) < 0;
            // A month begun in one file and ended in the next is small in both; only a whole file says that it is
            // little.
            if (isTenTimes || isATenth && months.byMonth().size() == 1) {
                strange.add(month);
            }
        });
        if (!strange.isEmpty()) {
            warnings.add(new Warning(
                    UNUSUAL_TOTAL,
                    "The total of " + said(strange)
                            + " is ten times the feed's usual month or more, or a tenth or less; "
                            + "half of its months come to more than " + usual.toPlainString()
                            + ". Look for pounds in place of pence, a column out of place, or part of a file."));
        }
    }

    private void signs(Tally tally, List<Warning> warnings) {
        long lines = past.stream().mapToLong(other -> other.tally().accepted()).sum();
        long credits =
                past.stream().mapToLong(other -> other.tally().creditLines()).sum();
        boolean isMostlyCredits = tally.creditLines() * 2 > tally.accepted();
        boolean wasMostlyCredits = lines > 0 && credits * 2 > lines;
        if (isMostlyCredits != wasMostlyCredits && (isMostlyCredits || lines > 0)) {
            warnings.add(new Warning(
                    SIGN_FLIP,
                    tally.creditLines() + " of " + tally.accepted() + " amounts are below zero"
                            + (lines == 0 ? "" : ", where the feed has had " + credits + " of " + lines)
                            + ". Payments are above zero and credits below."));
        }
    }

    private static String said(TreeSet<YearMonth> months) {
        var text = months.stream().limit(6).map(YearMonth::toString).collect(Collectors.joining(", "));
        return months.size() > 6 ? text + " and " + (months.size() - 6) + " more months" : text;
    }
}
