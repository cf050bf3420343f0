package anchorage.ingest.delivery;

import anchorage.contracts.SpendLine;
import anchorage.ingest.reading.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
    private BigDecimal net = BigDecimal.ZERO;
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
        return new Tally(accepted, refused, blank, excluded, net, credits, creditLines);
    }

    private void accept(SpendLine line) {
        accepted++;
        net = net.add(line.amount());
        if (line.amount().signum() < 0) {
            creditLines++;
            credits = credits.add(line.amount());
        }
    }

    private void refuse(Row.Refused refusal) {
        refused++;
        waiting.add(refusal);
        if (waiting.size() == KEEP_AT_ONCE) {
            flush();
        }
    }
}
