package anchorage.ingest.delivery;

import anchorage.contracts.SpendLine;
import anchorage.ingest.reading.Refusal;
import anchorage.ingest.reading.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Counts the rows of one reading and adds up its lines exactly; refused rows are kept as they come. */
final class RowCount {

    private static final int KEEP_AT_ONCE = 500;

    private final UUID delivery;
    private final RefusedRows refusedRows;
    private final List<Row.Refused> waiting = new ArrayList<>();
    private long accepted;
    private long refused;
    private long blank;
    private long excluded;
    private long creditLines;
    private final Map<Refusal.Code, RefusalCount> refusals = new EnumMap<>(Refusal.Code.class);
    private final Map<YearMonth, MonthCount> months = new TreeMap<>();
    private MonthCount month;
    private BigDecimal credits = BigDecimal.ZERO;

    RowCount(UUID delivery, RefusedRows refusedRows) {
        this.delivery = delivery;
        this.refusedRows = refusedRows;
    }

    void add(Row row) {
        if (row instanceof Row.Accepted line) {
            accept(line.line());
        } else if (row instanceof Row.Refused refusal) {
            refuse(refusal);
        } else if (row instanceof Row.Blank) {
            blank++;
        } else {
            excluded++;
        }
    }

    /** Keeps the refused rows that still wait. */
    void flush() {
        if (!waiting.isEmpty()) {
            refusedRows.keep(delivery, waiting);
            waiting.clear();
        }
    }

    Tally tally() {
        var net = months.values().stream().map(each -> each.net).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Tally(accepted, refused, blank, excluded, net, credits, creditLines);
    }

    Months months() {
        var counted = new TreeMap<YearMonth, Months.Month>();
        months.forEach((name, each) -> counted.put(name, new Months.Month(each.lines, each.net, each.redacted)));
        return new Months(counted);
    }

    private void accept(SpendLine line) {
        accepted++;
        inMonth(line.paidOn()).add(line);
        if (line.amount().signum() < 0) {
            creditLines++;
            credits = credits.add(line.amount());
        }
    }

    /** Lines come month by month, so the last is looked at first. */
    private MonthCount inMonth(LocalDate day) {
        if (month == null || month.year != day.getYear() || month.number != day.getMonthValue()) {
            month = months.computeIfAbsent(YearMonth.from(day), MonthCount::new);
        }
        return month;
    }

    private void refuse(Row.Refused refusal) {
        refused++;
        refusals.computeIfAbsent(refusal.refusal().code(), any -> new RefusalCount(refusal)).rows++;
        waiting.add(refusal);
        if (waiting.size() == KEEP_AT_ONCE) {
            flush();
        }
    }

    /** The reason for which most rows were refused, with an example. */
    String usualRefusal() {
        return refusals.values().stream()
                .max(Comparator.comparingLong(each -> each.rows))
                .map(RefusalCount::said)
                .orElse("");
    }

    private static final class RefusalCount {

        private final Row.Refused first;
        private long rows;

        RefusalCount(Row.Refused first) {
            this.first = first;
        }

        String said() {
            var refusal = first.refusal();
            return rows + " of them for " + refusal.code().slug() + ", the first in row " + first.number()
                    + (refusal.column() == null ? "" : ", column '" + refusal.column() + "'") + ": " + refusal.advice();
        }
    }

    private static final class MonthCount {

        private final int year;
        private final int number;
        private long lines;
        private long redacted;
        private BigDecimal net = BigDecimal.ZERO;

        MonthCount(YearMonth month) {
            this.year = month.getYear();
            this.number = month.getMonthValue();
        }

        void add(SpendLine line) {
            lines++;
            net = net.add(line.amount());
            if (line.redacted()) {
                redacted++;
            }
        }
    }
}
