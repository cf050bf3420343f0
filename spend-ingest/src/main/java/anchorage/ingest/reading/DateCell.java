package anchorage.ingest.reading;

import static anchorage.ingest.reading.Refusal.Code.IMPLAUSIBLE_DATE;
import static anchorage.ingest.reading.Refusal.Code.MISSING_DATE;
import static anchorage.ingest.reading.Refusal.Code.UNREADABLE_DATE;

import anchorage.ingest.reading.ColumnMapping.DateOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell that holds a day: ISO, numbers with any separator in the feed's order, a month's name, an Excel serial number,
 * with or without a time of day behind it. A month without a day is its first day.
 */
final class DateCell {

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
    private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);
    private static final String TIME = "(?:[T ,]+\\d{1,2}[:.]\\d{2}.*)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + TIME);
    private static final Pattern COMPACT = Pattern.compile("(20\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})" + TIME);
    private static final Pattern DAY_NAME = Pattern.compile(
            "(?:[A-Za-z]+,? +)?(\\d{1,2})(?:st|nd|rd|th)?[- /.]*([A-Za-z]{3,9})[- /.,]*(\\d{4}|\\d{2})" + TIME);
    private static final Pattern NAME_DAY =
            Pattern.compile("(?:[A-Za-z]+,? +)?([A-Za-z]{3,9})[- ]+(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})" + TIME);
    private static final Pattern DAY_FIRST_COMPACT = Pattern.compile("(\\d{2})(\\d{2})(20\\d{2})");
    private static final Pattern MONTH = Pattern.compile("([A-Za-z]{3,9})[- /.,']*(\\d{4}|\\d{2})");
    private static final Pattern YEAR_MONTH = Pattern.compile("((?:19|20)\\d{2})[-/](\\d{1,2})");
    private static final Pattern SERIAL = Pattern.compile("([3-6]\\d{4})(?:\\.\\d+)?");
    private static final Map<String, Integer> MONTHS = months();

    private DateCell() {}

    static Parsed<LocalDate> parse(String cell, DateOrder order) {
        var spaced = cell.replace('\u00a0', ' ').strip();
        var text = spaced.startsWith("'") ? spaced.substring(1).strip() : spaced;
        if (text.isEmpty()) {
            return Parsed.refused(MISSING_DATE, "Give the day of payment, for example 2026-03-31.");
        }
        try {
            var day = read(text, order);
            if (day == null) {
                return Parsed.refused(
                        UNREADABLE_DATE,
                        text.startsWith("##")
                                ? "The spreadsheet's column was too narrow, so the day was saved as #. Widen it and save "
                                        + "again."
                                : "Write the day of payment as 2026-03-31 or 31/03/2026.");
            }
            if (day.isBefore(EARLIEST) || !day.isBefore(LATEST)) {
                return Parsed.refused(IMPLAUSIBLE_DATE, "Check the year: payments lie between 1990 and 2099.");
            }
            return Parsed.of(day);
        } catch (DateTimeException noSuchDay) {
            return Parsed.refused(
                    UNREADABLE_DATE,
                    order == DateOrder.DAY_FIRST
                            ? "There is no such day with the day first. If the file has the month first, set the "
                                    + "feed's dateOrder to MONTH_FIRST."
                            : "There is no such day with the month first. If the file has the day first, set the "
                                    + "feed's dateOrder to DAY_FIRST.");
        }
    }

    /** In which way a day is written, where its order could be either; else empty. */
    static Optional<DateStyle> style(String cell) {
        var found = NUMBERS.matcher(cell.replace('\u00a0', ' ').strip());
        return found.matches()
                ? Optional.of(DateStyle.of(found.group(1), found.group(2), found.group(3)))
                : Optional.empty();
    }

    private static LocalDate read(String text, DateOrder order) {
        Matcher found = YEAR_FIRST.matcher(text);
        if (found.matches()) {
            return LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
        }
        found = NUMBERS.matcher(text);
        if (found.matches()) {
            boolean dayFirst = order == DateOrder.DAY_FIRST;
            return LocalDate.of(year(found.group(3)), number(found, dayFirst ? 2 : 1), number(found, dayFirst ? 1 : 2));
        }
        found = COMPACT.matcher(text);
        if (found.matches()) {
            return LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
        }
        found = DAY_NAME.matcher(text);
        if (found.matches() && MONTHS.containsKey(month(found.group(2)))) {
            return LocalDate.of(year(found.group(3)), MONTHS.get(month(found.group(2))), number(found, 1));
        }
        found = NAME_DAY.matcher(text);
        if (found.matches() && MONTHS.containsKey(month(found.group(1)))) {
            return LocalDate.of(year(found.group(3)), MONTHS.get(month(found.group(1))), number(found, 2));
        }
        found = DAY_FIRST_COMPACT.matcher(text);
        if (found.matches()) {
            boolean dayFirst = order == DateOrder.DAY_FIRST;
            return LocalDate.of(number(found, 3), number(found, dayFirst ? 2 : 1), number(found, dayFirst ? 1 : 2));
        }
        found = MONTH.matcher(text);
        if (found.matches() && MONTHS.containsKey(month(found.group(1)))) {
            return LocalDate.of(year(found.group(2)), MONTHS.get(month(found.group(1))), 1);
        }
        found = YEAR_MONTH.matcher(text);
        if (found.matches()) {
            return LocalDate.of(number(found, 1), number(found, 2), 1);
        }
        found = SERIAL.matcher(text);
        return found.matches() ? EXCEL_EPOCH.plusDays(number(found, 1)) : null;
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static int year(String digits) {
        return digits.length() == 2 ? 2000 + Integer.parseInt(digits) : Integer.parseInt(digits);
    }

    private static String month(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Map<String, Integer> months() {
        var months = new HashMap<String, Integer>();
        for (var month : Month.values()) {
            months.put(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT), month.getValue());
            months.put(
                    month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                            .substring(0, 3)
                            .toLowerCase(Locale.ROOT),
                    month.getValue());
        }
        months.put("sept", 9);
        return Map.copyOf(months);
    }
}
