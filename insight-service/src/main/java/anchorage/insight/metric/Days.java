package anchorage.insight.metric;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The days of payment that a question is about.
 *
 * @param from the first, or empty for the ledger's first
 * @param to the last, that day included, or empty for the ledger's last
 */
public record Days(Optional<LocalDate> from, Optional<LocalDate> to) {

    /** Every day. */
    public static final Days ALL = new Days(Optional.empty(), Optional.empty());

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");

    public Days {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new BadQuestion("'to' (" + to.get() + ") lies before 'from' (" + from.get() + ").");
        }
    }

    /** From one day to another, both included. */
    public static Days between(LocalDate from, LocalDate to) {
        return new Days(Optional.of(from), Optional.of(to));
    }

    /** From and to as they are asked for, either of which may be null. */
    public static Days asked(String from, String to) {
        return new Days(
                Optional.ofNullable(from).map(Days::day),
                Optional.ofNullable(to).map(Days::day));
    }

    /** A month 2025-04, a quarter 2025-Q2, a year 2025, or a financial year 2025-26 from April to March. */
    public static Days of(String period) {
        if (period.matches("\\d{4}")) {
            int year = Integer.parseInt(period);
            return between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
        var quarter = QUARTER.matcher(period);
        if (quarter.matches()) {
            var first = YearMonth.of(Integer.parseInt(quarter.group(1)), 3 * Integer.parseInt(quarter.group(2)) - 2);
            return between(first.atDay(1), first.plusMonths(2).atEndOfMonth());
        }
        if (period.matches("\\d{4}-\\d{2}")) {
            int year = Integer.parseInt(period.substring(0, 4));
            int rest = Integer.parseInt(period.substring(5));
            if (rest >= 1 && rest <= 12) {
                var month = YearMonth.of(year, rest);
                return between(month.atDay(1), month.atEndOfMonth());
            }
            if (rest == (year + 1) % 100) {
                return between(LocalDate.of(year, 4, 1), LocalDate.of(year + 1, 3, 31));
            }
        }
        throw new BadQuestion("Period '" + period + "' is neither a month such as 2025-04, nor a quarter such as "
                + "2025-Q2, nor a year such as 2025, nor a financial year such as 2025-26.");
    }

    /** The days that are both of these and of the others. */
    public Days and(Days others) {
        return new Days(
                from.isPresent() && others.from.isPresent()
                        ? Optional.of(from.get().isAfter(others.from.get()) ? from.get() : others.from.get())
                        : from.or(others::from),
                to.isPresent() && others.to.isPresent()
                        ? Optional.of(to.get().isBefore(others.to.get()) ? to.get() : others.to.get())
                        : to.or(others::to));
    }

    /** Whether every month is either all in them or not at all. */
    boolean areWholeMonths() {
        return from.filter(day -> day.getDayOfMonth() > 1).isEmpty()
                && to.filter(day -> day.getDayOfMonth() < day.lengthOfMonth()).isEmpty();
    }

    /** The condition on {@code paid_on}. */
    String sql() {
        return "true"
                + from.map(day -> " AND paid_on >= DATE '" + day + "'").orElse("")
                + to.map(day -> " AND paid_on <= DATE '" + day + "'").orElse("");
    }

    private static LocalDate day(String asked) {
        try {
            return LocalDate.parse(asked);
        } catch (DateTimeException unreadable) {
            throw new BadQuestion("'" + asked + "' is no day. Write it as 2026-03-31.");
        }
    }
}
