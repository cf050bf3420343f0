package anchorage.ingest.reading;

import static anchorage.ingest.reading.Field.AMOUNT;
import static anchorage.ingest.reading.Field.PAID_ON;
import static anchorage.ingest.reading.Field.SUPPLIER_NAME;
import static anchorage.ingest.reading.Field.TRANSACTION;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Records that are no payments by their structure: a page's header printed again, a remark, a sum. What has an amount is
 * left out only if it says that it is a total, or is exactly what the lines came to; anything else is refused, so that
 * somebody looks at it.
 */
final class NonLine {

    private static final Pattern TOTALS = Pattern.compile(
            "(grand |sub[- ]?|report |overall |sheet |page |monthly )?totals?( (amount|spend|value|payments))?:?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_A_SUPPLIER = Pattern.compile(".+ (sub[- ]?)?total:?", Pattern.CASE_INSENSITIVE);

    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal sumSinceTotal = BigDecimal.ZERO;

    /** Takes a line's amount into the sums that a later record may state. */
    void add(BigDecimal amount) {
        sum = sum.add(amount);
        sumSinceTotal = sumSinceTotal.add(amount);
    }

    /** A table begins; a sum below it is of its own lines. */
    void begin() {
        sumSinceTotal = BigDecimal.ZERO;
    }

    boolean is(String[] cells, Columns columns) {
        if (isHeaderAgain(cells, columns) || isNote(cells, columns) || isNothingOfAPayment(cells, columns)) {
            return true;
        }
        if (isTotal(cells, columns) || isTotalOfASupplier(cells, columns)) {
            sumSinceTotal = BigDecimal.ZERO;
            return true;
        }
        return false;
    }

    static boolean isBlank(String[] cells) {
        for (var cell : cells) {
            if (!cell.isBlank() && !cell.replace('\u00a0', ' ').isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** The words of the header above the needed columns; the others may have been left out. */
    private static boolean isHeaderAgain(String[] cells, Columns columns) {
        var amount = columns.cell(cells, AMOUNT);
        return !amount.isBlank()
                && !Character.isDigit(amount.charAt(amount.length() - 1))
                && Arrays.stream(Field.values()).filter(Field::isRequired).allMatch(field -> HeaderName.key(
                                columns.cell(cells, field))
                        .equals(columns.headerKey(field)));
    }

    /** No day, no supplier, no reference and no pounds anywhere: cells that were filled in for rows that never came. */
    private static boolean isNothingOfAPayment(String[] cells, Columns columns) {
        return columns.cell(cells, AMOUNT).isBlank()
                && columns.cell(cells, PAID_ON).isBlank()
                && columns.cell(cells, SUPPLIER_NAME).isBlank()
                && columns.cell(cells, TRANSACTION).isBlank()
                && Arrays.stream(cells).noneMatch(cell -> ColumnValues.isAmount(cell) || ColumnValues.isDate(cell));
    }

    /** One cell of words, and none that could be a date or pounds. */
    private static boolean isNote(String[] cells, Columns columns) {
        if (!columns.cell(cells, AMOUNT).isBlank()) {
            return false;
        }
        String only = null;
        for (var cell : cells) {
            if (!cell.isBlank()) {
                if (only != null) {
                    return false;
                }
                only = cell;
            }
        }
        return only != null && !ColumnValues.isAmount(only) && !ColumnValues.isDate(only) && only.indexOf('\n') < 0;
    }

    /** An amount without a date, and without a supplier but perhaps the word. */
    private boolean isTotal(String[] cells, Columns columns) {
        return !columns.cell(cells, AMOUNT).isBlank()
                && isEmptyOrTotal(columns.text(cells, PAID_ON))
                && isEmptyOrTotal(columns.text(cells, SUPPLIER_NAME))
                && (isSumSoFar(columns.cell(cells, AMOUNT))
                        || Arrays.stream(cells)
                                .anyMatch(cell -> TOTALS.matcher(cell.strip()).matches()));
    }

    /** A name with the word behind it, no date, and to the penny what the lines since the last sum came to. */
    private boolean isTotalOfASupplier(String[] cells, Columns columns) {
        if (!columns.text(cells, PAID_ON).isEmpty()
                || !OF_A_SUPPLIER.matcher(columns.text(cells, SUPPLIER_NAME)).matches()) {
            return false;
        }
        var amount = AmountCell.parse(columns.cell(cells, AMOUNT));
        return !amount.isRefused() && amount.value().compareTo(sumSinceTotal) == 0;
    }

    private static boolean isEmptyOrTotal(String text) {
        return text.isEmpty()
                || !Character.isDigit(text.charAt(0)) && TOTALS.matcher(text).matches();
    }

    /** Whether the amount is what all lines came to, or those since the last such record. */
    private boolean isSumSoFar(String cell) {
        var amount = AmountCell.parse(cell);
        return !amount.isRefused()
                && sum.signum() != 0
                && (amount.value().compareTo(sum) == 0 || amount.value().compareTo(sumSinceTotal) == 0);
    }
}
