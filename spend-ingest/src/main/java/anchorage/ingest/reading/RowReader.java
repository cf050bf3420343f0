package anchorage.ingest.reading;

import static anchorage.ingest.reading.Field.AMOUNT;
import static anchorage.ingest.reading.Field.CAPITAL_OR_REVENUE;
import static anchorage.ingest.reading.Field.CATEGORY;
import static anchorage.ingest.reading.Field.CATEGORY_CODE;
import static anchorage.ingest.reading.Field.CHARITY_NUMBER;
import static anchorage.ingest.reading.Field.COMPANY_NUMBER;
import static anchorage.ingest.reading.Field.CONTRACT;
import static anchorage.ingest.reading.Field.IRRECOVERABLE_VAT;
import static anchorage.ingest.reading.Field.PAID_ON;
import static anchorage.ingest.reading.Field.POSTCODE;
import static anchorage.ingest.reading.Field.PURPOSE;
import static anchorage.ingest.reading.Field.SUPPLIER_CODE;
import static anchorage.ingest.reading.Field.SUPPLIER_NAME;
import static anchorage.ingest.reading.Field.TRANSACTION;
import static anchorage.ingest.reading.Field.UNIT;
import static anchorage.ingest.reading.Field.VAT_NUMBER;
import static anchorage.ingest.reading.Refusal.Code.UNREADABLE_RECORD;
import static anchorage.ingest.reading.Refusal.Code.WRONG_NUMBER_OF_CELLS;

import anchorage.contracts.MentionSeen;
import anchorage.contracts.SpendLine;
import anchorage.ingest.mention.Identifiers;
import anchorage.ingest.mention.LikelyPerson;
import anchorage.ingest.mention.Mention;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns records into lines, one file's columns and dates understood in one way throughout. */
public final class RowReader {

    private static final Pattern TOTALS = Pattern.compile(
            "(grand |sub[- ]?|report |overall |sheet |page |monthly )?totals?( (amount|spend|value|payments))?:?",
            Pattern.CASE_INSENSITIVE);
    private static final int REMEMBERED_MENTIONS = 50_000;

    private final String anchor;
    private final LedgerFile file;
    private final Map<Field, Integer> columns = new EnumMap<>(Field.class);
    private final Map<String, MentionSeen> mentions = new Remembered<>(REMEMBERED_MENTIONS);
    private final Map<String, Boolean> redactions = new Remembered<>(REMEMBERED_MENTIONS);
    private final DateOrderVote vote;
    private Header header;
    private Header firstHeader;
    private ColumnMapping mapping;
    private int width;
    private char delimiter;
    private String categoryScheme;
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal sumSinceTotal = BigDecimal.ZERO;
    private long number;

    public RowReader(String anchor, LedgerFile file) {
        this.anchor = anchor;
        this.file = file;
        this.vote = new DateOrderVote(file.dateOrder());
        this.mapping = file.mapping();
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
            return Optional.empty();
        }
        number++;
        return Optional.of(read(cells.get()));
    }

    /** The mapping that the file was read by, with the order of its dates where they told it. */
    public ColumnMapping mapping() {
        return mapping.dateOrder() == null && vote.isDecided() ? mapping.with(vote.order()) : mapping;
    }

    private Row read(String[] cells) {
        if (file.header() == null) {
            return isBlank(cells) ? new Row.Blank(number) : new Row.Excluded(number);
        }
        if (file.header() != header) {
            begin(file.header());
        }
        if (isBlank(cells)) {
            return new Row.Blank(number);
        }
        if (isHeaderAgain(cells) || isNote(cells)) {
            return new Row.Excluded(number);
        }
        if (isTotals(cells)) {
            sumSinceTotal = BigDecimal.ZERO;
            return new Row.Excluded(number);
        }
        if (file.fault() != null) {
            return refused(cells, UNREADABLE_RECORD, null, null, file.fault());
        }
        for (int beyond = width; beyond < cells.length; beyond++) {
            if (!cells[beyond].isBlank()) {
                return refused(
                        cells,
                        WRONG_NUMBER_OF_CELLS,
                        null,
                        cells[beyond],
                        "The row has more cells than the header. Put a cell that holds the delimiter in quotes.");
            }
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
        var amount = AmountCell.parse(cell(cells, AMOUNT));
        if (amount.isRefused()) {
            return refused(cells, AMOUNT, amount);
        }
        var paidOn = vote.parse(cell(cells, PAID_ON));
        if (paidOn.isRefused()) {
            return refused(cells, PAID_ON, paidOn);
        }
        BigDecimal irrecoverableVat = null;
        if (cell(cells, IRRECOVERABLE_VAT).chars().anyMatch(Character::isDigit)) {
            var vat = AmountCell.parse(cell(cells, IRRECOVERABLE_VAT));
            if (vat.isRefused()) {
                return refused(cells, IRRECOVERABLE_VAT, vat);
            }
            irrecoverableVat = vat.value();
        }
        sum = sum.add(amount.value());
        sumSinceTotal = sumSinceTotal.add(amount.value());
        var name = text(cells, SUPPLIER_NAME);
        var redacted = redactions.computeIfAbsent(name, Redaction::isRedacted);
        var mention = redacted || name.isEmpty() ? null : mention(cells, name);
        var line = new SpendLine(
                number,
                paidOn.value(),
                amount.value(),
                emptyToNull(name),
                redacted,
                mention != null && mention.person(),
                mention == null ? null : mention.mention(),
                emptyToNull(text(cells, UNIT)),
                emptyToNull(text(cells, CATEGORY)),
                emptyToNull(text(cells, CATEGORY_CODE)),
                categoryScheme,
                emptyToNull(text(cells, PURPOSE)),
                emptyToNull(text(cells, TRANSACTION)),
                capitalOrRevenue(text(cells, CAPITAL_OR_REVENUE)),
                emptyToNull(text(cells, CONTRACT)),
                irrecoverableVat);
        return new Row.Accepted(line, mention);
    }

    private MentionSeen mention(String[] cells, String name) {
        var code = text(cells, SUPPLIER_CODE);
        var company = text(cells, COMPANY_NUMBER);
        var charity = text(cells, CHARITY_NUMBER);
        var vat = text(cells, VAT_NUMBER);
        var postcode = text(cells, POSTCODE);
        var key = String.join("\u001f", code, name, company, charity, vat, postcode);
        return mentions.computeIfAbsent(key, any -> {
            var mention = new Mention(anchor, code, name, Identifiers.of(company, charity, vat), postcode);
            return new MentionSeen(
                    mention.id(),
                    anchor,
                    emptyToNull(code),
                    name,
                    mention.identifiers(),
                    emptyToNull(postcode),
                    LikelyPerson.is(name));
        });
    }

    /** A totals row has an amount and hardly anything else: no date, and no supplier but perhaps the word. */
    private boolean isTotals(String[] cells) {
        var day = text(cells, PAID_ON);
        if (!day.isEmpty()
                        && (Character.isDigit(day.charAt(0))
                                || !TOTALS.matcher(day).matches())
                || cell(cells, AMOUNT).isBlank()) {
            return false;
        }
        var name = text(cells, SUPPLIER_NAME);
        if (!name.isEmpty() && !TOTALS.matcher(name).matches()) {
            return false;
        }
        var filled = Arrays.stream(cells).filter(cell -> !cell.isBlank()).toList();
        return filled.size() <= 2
                || isSumSoFar(cell(cells, AMOUNT))
                || filled.size() <= 4
                        && filled.stream()
                                .anyMatch(cell -> TOTALS.matcher(cell.strip()).matches());
    }

    /** Whether the amount is what all lines came to, or those since the last such row. */
    private boolean isSumSoFar(String cell) {
        var amount = AmountCell.parse(cell);
        return !amount.isRefused()
                && sum.signum() != 0
                && (amount.value().compareTo(sum) == 0 || amount.value().compareTo(sumSinceTotal) == 0);
    }

    /** A page's header, printed again among the lines. */
    private boolean isHeaderAgain(String[] cells) {
        for (int at = 0; at < width; at++) {
            if (!(at < cells.length ? cells[at] : "")
                    .strip()
                    .equals(header.cells().get(at).strip())) {
                return false;
            }
        }
        return true;
    }

    /** A remark below or between the lines: one cell of words, and no cell that could be a date or pounds. */
    private boolean isNote(String[] cells) {
        if (!cell(cells, AMOUNT).isBlank()) {
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
        return only != null
                && file.fault() == null
                && !ColumnValues.isAmount(only)
                && !ColumnValues.isDate(only)
                && only.indexOf('\n') < 0;
    }

    private void begin(Header next) {
        header = next;
        firstHeader = firstHeader == null ? next : firstHeader;
        mapping = file.mapping();
        width = header.cells().size();
        delimiter = header.delimiter();
        columns.clear();
        for (var field : Field.values()) {
            mapping.header(field)
                    .map(name -> Header.position(header.cells(), name))
                    .filter(position -> position >= 0)
                    .ifPresent(position -> columns.put(field, position));
        }
        categoryScheme = scheme();
    }

    /** A record under the first table's header, so that all refused rows of a delivery stand under one. */
    private List<String> underFirstHeader(String[] cells) {
        if (header.cells().equals(firstHeader.cells())) {
            return List.of(cells);
        }
        var placed = new ArrayList<>(Collections.nCopies(firstHeader.cells().size(), ""));
        for (int at = 0; at < Math.max(cells.length, width); at++) {
            var cell = at < cells.length ? cells[at] : "";
            var field = fieldAt(at);
            var wanted = field.flatMap(firstHeader.mapping()::header)
                    .orElse(at < width ? header.cells().get(at) : "");
            int position = wanted.isBlank() ? -1 : Header.position(firstHeader.cells(), wanted);
            if (position >= 0) {
                placed.set(position, cell);
            } else if (!cell.isBlank()) {
                placed.add(cell);
            }
        }
        return placed;
    }

    private Optional<Field> fieldAt(int column) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue() == column)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A cell that holds whole rows, which an unclosed quote before them has turned into text. */
    private String swallowed(String[] cells) {
        for (var cell : cells) {
            if (delimiter != '\0'
                    && cell.indexOf('\n') >= 0
                    && cell.chars().filter(letter -> letter == delimiter).count() >= width - 1) {
                return cell;
            }
        }
        return null;
    }

    private static boolean isBlank(String[] cells) {
        for (var cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private String scheme() {
        var header = mapping.header(CATEGORY_CODE)
                .or(() -> mapping.header(CATEGORY))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .orElse("");
        if (header.contains("proclass")) {
            return "PROCLASS";
        }
        return header.contains("cpv") ? "CPV" : "OWN";
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
        return refused(cells, parsed.code(), mapping.header(field).orElse(null), cell(cells, field), parsed.advice());
    }

    private Row refused(String[] cells, Refusal.Code code, String column, String value, String advice) {
        return new Row.Refused(number, new Refusal(code, column, value, advice), underFirstHeader(cells));
    }

    private String cell(String[] cells, Field field) {
        var position = columns.get(field);
        return position == null || position >= cells.length ? "" : cells[position];
    }

    private String text(String[] cells, Field field) {
        var cell = cell(cells, field);
        return cell.isEmpty() ? cell : cell.strip();
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
