package anchorage.ingest.reading;

import anchorage.ingest.reading.ColumnMapping.DateOrder;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * In which order a file's dates are written, decided by the file as a whole and never row by row: every date that makes
 * sense in one order only is a vote. Where the feed says, there is no vote.
 */
final class DateOrderVote {

    private static final int ENOUGH = 1000;

    private final DateOrder order;
    private final boolean isOpen;
    private final Map<String, Ballot> ballots = new Remembered<>(5000);
    private int votesFor;
    private int votesAgainst;

    /** @param said what the feed says, or what an earlier reading of the file has decided */
    DateOrderVote(Optional<DateOrder> said) {
        this.order = said.orElse(DateOrder.DAY_FIRST);
        this.isOpen = said.isEmpty();
    }

    DateOrder order() {
        return order;
    }

    /** Whether the dates said anything. */
    boolean isDecided() {
        return votesFor > votesAgainst;
    }

    Parsed<LocalDate> parse(String cell) {
        var ballot = ballots.computeIfAbsent(cell, this::ballot);
        if (votesFor - votesAgainst < ENOUGH) {
            votesFor += ballot.isFor ? 1 : 0;
            votesAgainst += ballot.isAgainst ? 1 : 0;
        }
        return ballot.day;
    }

    private Ballot ballot(String cell) {
        var day = DateCell.parse(cell, order);
        var otherwise = DateCell.parse(cell, other());
        return new Ballot(day, !day.isRefused() && otherwise.isRefused(), day.isRefused() && !otherwise.isRefused());
    }

    /** A cell's day, and whether it makes sense in our order alone or in the other alone. */
    private record Ballot(Parsed<LocalDate> day, boolean isFor, boolean isAgainst) {}

    /** At the end of the file: it is read once more if most of its dates make sense in the other order only. */
    void decide() {
        if (isOpen && votesAgainst > votesFor) {
            throw new Findings.ReadAgain(other());
        }
    }

    private DateOrder other() {
        return order == DateOrder.DAY_FIRST ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
    }
}
