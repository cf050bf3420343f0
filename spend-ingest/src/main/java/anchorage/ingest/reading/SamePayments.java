package anchorage.ingest.reading;

import anchorage.contracts.SpendLine;
import java.util.HashMap;
import java.util.Map;

/**
 * Tables of one file that hold the same payments, such as a workbook's printed copy of its own sheet, or a ledger as CSV
 * and as a workbook in one zip. Counting both would invent pounds, and which one is meant is not ours to say.
 */
final class SamePayments {

    /** So few lines can be alike by chance: a council tax and a rate, on the first of the month. */
    private static final int ENOUGH = 5;

    private final Map<Print, String> tables = new HashMap<>();
    private String table;
    private long lines;
    private long sum;

    /** A table's lines come now. */
    void begin(String name) {
        end();
        table = name;
        lines = 0;
        sum = 0;
    }

    void add(SpendLine line) {
        lines++;
        long print = line.paidOn().toEpochDay();
        print = print * 0x9E3779B97F4A7C15L + line.amount().hashCode();
        print = print * 0x9E3779B97F4A7C15L
                + (line.supplierName() == null ? 0 : line.supplierName().hashCode());
        // A sum, so that the order of lines does not matter; mixed, so that two changes do not cancel out.
        sum += (print ^ (print >>> 31)) * 0xBF58476D1CE4E5B9L;
    }

    /** The table is over. */
    void end() {
        if (table == null || lines < ENOUGH) {
            return;
        }
        var other = tables.putIfAbsent(new Print(lines, sum), table);
        if (other != null) {
            throw new UnreadableFile(
                    "same-payments-twice",
                    "'" + table + "' holds the same " + lines + " payments as '" + other
                            + "'. Push the file with one of the two.");
        }
    }

    private record Print(long lines, long sum) {}
}
