package anchorage.ingest.reading;

import anchorage.contracts.MentionSeen;
import anchorage.contracts.SpendLine;
import java.util.List;

/**
 * What became of one record. A line that names a supplier carries the mention; a refused record keeps its cells.
 *
 * @param number the record's number, the first after the header being 1
 */
public sealed interface Row {

    long number();

    /**
     * The record is a line of the ledger.
     *
     * @param newMention the mention, where no line shortly before had the same; else null
     */
    record Accepted(SpendLine line, MentionSeen newMention) implements Row {
        @Override
        public long number() {
            return line.row();
        }
    }

    /** The record could not be read, for the reason given. */
    record Refused(long number, Refusal refusal, List<String> cells) implements Row {}

    /** The record holds nothing. */
    record Blank(long number) implements Row {}

    /** The record is not a payment by its structure: a totals row below the lines. */
    record Excluded(long number) implements Row {}
}
