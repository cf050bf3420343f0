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
    private final Map<String, Parsed<LocalDate>> days = new Remembered<>(5000);
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
        boolean isVoting = votesFor - votesAgainst < ENOUGH;
        return isVoting ? voted(cell) : days.computeIfAbsent(cell, text -> DateCell.parse(text, order));
    }

    private Parsed<LocalDate> voted(String cell) {
        var day = DateCell.parse(cell, order);
        if (!cell.isBlank()) {
            var otherwise = DateCell.parse(cell, other());
            if (day.isRefused() != otherwise.isRefused()) {
                votesFor += otherwise.isRefused() ? 1 : 0;
                votesAgainst += day.isRefused() ? 1 : 0;
            }
        }
        return day;
    }

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
