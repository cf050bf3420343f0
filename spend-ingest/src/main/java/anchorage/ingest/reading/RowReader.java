package anchorage.ingest.reading;

import static anchorage.ingest.reading.Field.AMOUNT;
import static anchorage.ingest.reading.Field.CAPITAL_OR_REVENUE;
import static anchorage.ingest.reading.Field.CARD;
import static anchorage.ingest.reading.Field.CATEGORY;
import static anchorage.ingest.reading.Field.CATEGORY_CODE;
import static anchorage.ingest.reading.Field.CONTRACT;
import static anchorage.ingest.reading.Field.GRANT;
import static anchorage.ingest.reading.Field.GROSS;
import static anchorage.ingest.reading.Field.IRRECOVERABLE_VAT;
import static anchorage.ingest.reading.Field.PAID_ON;
import static anchorage.ingest.reading.Field.PURPOSE;
import static anchorage.ingest.reading.Field.SUPPLIER_NAME;
import static anchorage.ingest.reading.Field.TRANSACTION;
import static anchorage.ingest.reading.Field.UNIT;
import static anchorage.ingest.reading.Field.VAT;
import static anchorage.ingest.reading.Refusal.Code.UNREADABLE_RECORD;
import static anchorage.ingest.reading.Refusal.Code.WRONG_NUMBER_OF_CELLS;

import anchorage.contracts.SpendLine;
import anchorage.kit.csv.CsvCell;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Turns records into lines, one file's columns and dates understood in one way throughout. */
public final class RowReader {

    private final LedgerFile file;
    private final Payees payees;
    private final boolean isMended;
    private final DateOrderVote vote;
    private final NonLine nonLine = new NonLine();
    private final SamePayments same = new SamePayments();
    private Columns columns;
    private Header firstHeader;
    private String categoryScheme;
    private long number;
    private long roundedAmounts;
    private final Set<String> amountColumns = new LinkedHashSet<>();

    public RowReader(String anchor, LedgerFile file) {
        this(anchor, file, false);
    }

    private RowReader(String anchor, LedgerFile file, boolean isMended) {
        this.isMended = isMended;
        this.file = file;
        this.payees = new Payees(anchor);
        this.vote = file.dateOrderVote();
    }

    /** Reads a file of refused rows as they were downloaded and mended: an apostrophe put before a formula goes again. */
    public static RowReader ofMendedRows(String anchor, LedgerFile file) {
        return new RowReader(anchor, file, true);
    }

    /**
     * What the next record is, or empty at the end.
     *
     * @throws Findings.ReadAgain if the file must be read once more in the light of what its later records show
     */
    public Optional<Row> next() throws IOException {
        var cells = file.next();
        if (cells.isEmpty()) {
            vote.decide();
            same.end();
            return Optional.empty();
        }
        number++;
        if (isMended) {
            Arrays.setAll(cells.get(), at -> CsvCell.original(cells.get()[at]));
        }
        return Optional.of(read(cells.get()));
    }

    /** The mapping that the file was read by, with the order of its dates where they told it. */
    public ColumnMapping mapping() {
        var mapping = columns == null ? file.mapping() : columns.header().mapping();
        return vote.decided().map(mapping::with).orElse(mapping);
    }

    /** What the columns of amounts are called, one for each table. */
    public Set<String> amountColumns() {
        return Collections.unmodifiableSet(amountColumns);
    }

    /** Whether its dates are written in both orders of day and month, told by the way in which each is written. */
    public boolean hasDatesInBothOrders() {
        return vote.isInBothOrders();
    }

    /** How many amounts had more decimal places than a ledger keeps. */
    public long roundedAmounts() {
        return roundedAmounts;
    }

    private Row read(String[] cells) {
        if (NonLine.isBlank(cells)) {
            return new Row.Blank(number);
        }
        if (file.header() == null) {
            return new Row.Excluded(number);
        }
        if (columns == null || file.header() != columns.header()) {
            begin(file.header());
        }
        if (file.fault() != null) {
            return refused(cells, UNREADABLE_RECORD, null, null, file.fault());
        }
        if (nonLine.is(cells, columns)) {
            return new Row.Excluded(number);
        }
        if (columns.mayBeShifted(cells)) {
            return refused(
                    cells,
                    WRONG_NUMBER_OF_CELLS,
                    null,
                    cells[columns.last(cells)],
                    "The row has more cells than the header. Put a cell that holds the delimiter in quotes.");
        }
        var swallowed = swallowed(cells);
        if (swallowed != null) {
            return refused(
                    cells,
                    WRONG_NUMBER_OF_CELLS,
                    null,
                    swallowed,
                    "A quote that is never closed has taken in the rows that follow. Close or double it.");
        }
        var written = AmountCell.parse(columns.cell(cells, AMOUNT));
        if (written.isRefused()) {
            return refused(cells, AMOUNT, written);
        }
        var paidOn = vote.parse(columns.cell(cells, PAID_ON));
        if (paidOn.isRefused()) {
            return refused(cells, PAID_ON, paidOn);
        }
        var irrecoverable = beside(columns.cell(cells, IRRECOVERABLE_VAT));
        if (irrecoverable.isPresent() && irrecoverable.get().isRefused()) {
            return refused(cells, IRRECOVERABLE_VAT, irrecoverable.get());
        }
        var amount = AmountCell.kept(written.value());
        roundedAmounts += AmountCell.isTooPrecise(written.value()) ? 1 : 0;
        nonLine.add(written.value());
        var payee = payees.of(cells, columns);
        var mention = payee.mention();
        var line = new SpendLine(
                number,
                paidOn.value(),
                amount,
                emptyToNull(columns.text(cells, SUPPLIER_NAME)),
                payee.isRedacted(),
                mention != null && mention.person(),
                mention == null ? null : mention.mention(),
                emptyToNull(columns.text(cells, UNIT)),
                emptyToNull(columns.text(cells, CATEGORY)),
                emptyToNull(columns.text(cells, CATEGORY_CODE)),
                categoryScheme,
                emptyToNull(columns.text(cells, PURPOSE)),
                emptyToNull(columns.text(cells, TRANSACTION)),
                capitalOrRevenue(columns.text(cells, CAPITAL_OR_REVENUE)),
                emptyToNull(columns.text(cells, CONTRACT)),
                kept(irrecoverable),
                kept(beside(columns.cell(cells, GROSS))),
                kept(beside(columns.cell(cells, VAT))),
                YesOrNo.isYes(columns.text(cells, GRANT)),
                YesOrNo.isYes(columns.text(cells, CARD)));
        same.add(line);
        return new Row.Accepted(line, payee.isNew() ? mention : null);
    }

    /** Pounds that stand beside the amount and count in no figure; a word such as exempt is none. */
    private static Optional<Parsed<BigDecimal>> beside(String cell) {
        return !cell.isEmpty() && cell.chars().anyMatch(Character::isDigit)
                ? Optional.of(AmountCell.parse(cell))
                : Optional.empty();
    }

    private static BigDecimal kept(Optional<Parsed<BigDecimal>> beside) {
        return beside.filter(pounds -> !pounds.isRefused())
                .map(pounds -> AmountCell.kept(pounds.value()))
                .orElse(null);
    }

    private void begin(Header header) {
        columns = new Columns(header);
        same.begin(file.table());
        nonLine.begin();
        categoryScheme = columns.categoryScheme();
        header.mapping().header(AMOUNT).ifPresent(amountColumns::add);
        firstHeader = firstHeader == null ? header : firstHeader;
    }

    /** A cell that holds whole rows, which an unclosed quote before them has turned into text. */
    private String swallowed(String[] cells) {
        for (var cell : cells) {
            if (columns.header().delimiter() != '\0'
                    && cell.indexOf('\n') >= 0
                    && cell.chars()
                                    .filter(letter -> letter == columns.header().delimiter())
                                    .count()
                            >= columns.width() - 1) {
                return cell;
            }
        }
        return null;
    }

    private static String capitalOrRevenue(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        return switch (Character.toUpperCase(cell.charAt(0))) {
            case 'C' -> "CAPITAL";
            case 'R' -> "REVENUE";
            default -> null;
        };
    }

    private Row refused(String[] cells, Field field, Parsed<?> parsed) {
        return refused(
                cells,
                parsed.code(),
                columns.header().mapping().header(field).orElse(null),
                columns.cell(cells, field),
                parsed.advice());
    }

    private Row refused(String[] cells, Refusal.Code code, String column, String value, String advice) {
        return new Row.Refused(number, new Refusal(code, column, value, advice), columns.under(firstHeader, cells));
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
