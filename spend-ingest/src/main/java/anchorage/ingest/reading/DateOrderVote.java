package anchorage.ingest.reading;

import anchorage.ingest.reading.ColumnMapping.DateOrder;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * In which order a file's dates are written, decided by the file and never row by row: every date that makes sense in
 * one order only is a vote. Each way of writing dates has a vote of its own, and follows the file where it has none.
 * Where the feed says, there is no vote.
 */
final class DateOrderVote {

    private static final int ENOUGH = 1000;

    private final DateOrder usual;
    private final Map<DateStyle, DateOrder> orders;
    private final boolean isOpen;
    private final Map<String, Ballot> ballots = new Remembered<>(5000);
    private final Map<DateStyle, Count> counts = new EnumMap<>(DateStyle.class);

    /**
     * @param said what the feed says
     * @param found what an earlier reading of the file has decided
     */
    DateOrderVote(Optional<DateOrder> said, Map<DateStyle, DateOrder> found) {
        this.usual = said.orElse(DateOrder.DAY_FIRST);
        this.orders = found;
        this.isOpen = said.isEmpty();
    }

    /** The order of all of the file's dates, where they said anything and all the same. */
    Optional<DateOrder> decided() {
        var decided = counts.values().stream()
                .filter(count -> count.votes != 0)
                .map(Count::order)
                .distinct()
                .toList();
        return isOpen && decided.size() == 1 ? Optional.of(decided.get(0)) : Optional.empty();
    }

    /** Whether the file has dates in both orders, told by the way in which they are written. */
    boolean isInBothOrders() {
        return isOpen
                && counts.values().stream()
                                .filter(count -> count.votes != 0)
                                .map(Count::order)
                                .distinct()
                                .count()
                        > 1;
    }

    Parsed<LocalDate> parse(String cell) {
        var ballot = ballots.computeIfAbsent(cell, this::ballot);
        if (ballot.vote != 0) {
            ballot.count.add(ballot.vote);
        }
        return ballot.day;
    }

    private Ballot ballot(String cell) {
        var style = DateCell.style(cell);
        var count = style.map(way -> counts.computeIfAbsent(way, any -> new Count()))
                .orElse(null);
        var dayFirst = DateCell.parse(cell, DateOrder.DAY_FIRST);
        var monthFirst = DateCell.parse(cell, DateOrder.MONTH_FIRST);
        int vote = (dayFirst.isRefused() ? 0 : 1) - (monthFirst.isRefused() ? 0 : 1);
        var order = style.map(orders::get).orElse(usual);
        return new Ballot(order == DateOrder.DAY_FIRST ? dayFirst : monthFirst, count == null ? 0 : vote, count);
    }

    /** At the end of the file: it is read once more if its dates make sense otherwise than they were read. */
    void decide() {
        if (!isOpen) {
            return;
        }
        int all = counts.values().stream().mapToInt(count -> count.votes).sum();
        var fallback = all == 0 ? usual : Count.order(all);
        var wanted = new EnumMap<DateStyle, DateOrder>(DateStyle.class);
        boolean isOtherwise = false;
        for (var each : counts.entrySet()) {
            var order = each.getValue().votes == 0 ? fallback : each.getValue().order();
            wanted.put(each.getKey(), order);
            isOtherwise |= order != orders.getOrDefault(each.getKey(), usual);
        }
        if (isOtherwise) {
            throw new Findings.ReadAgain(wanted);
        }
    }

    /** A cell's day, and its vote: 1 if it makes sense with the day first alone, -1 with the month first alone. */
    private record Ballot(Parsed<LocalDate> day, int vote, Count count) {}

    /** The votes for the day first, less those for the month first. */
    private static final class Count {

        private int votes;

        void add(int vote) {
            if (Math.abs(votes) < ENOUGH) {
                votes += vote;
            }
        }

        DateOrder order() {
            return order(votes);
        }

        static DateOrder order(int votes) {
            return votes > 0 ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
        }
    }
}
