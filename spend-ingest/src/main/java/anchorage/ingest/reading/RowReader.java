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
import static anchorage.ingest.reading.Refusal.Code.WRONG_NUMBER_OF_CELLS;

import anchorage.contracts.MentionSeen;
import anchorage.contracts.SpendLine;
import anchorage.ingest.mention.Identifiers;
import anchorage.ingest.mention.LikelyPerson;
import anchorage.ingest.mention.Mention;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns records into lines, one file's columns and dates understood in one way throughout. */
public final class RowReader {

    private static final Pattern TOTALS =
            Pattern.compile("(grand |sub[- ]?|report |overall )?totals?:?", Pattern.CASE_INSENSITIVE);
    private static final int REMEMBERED_MENTIONS = 50_000;

    private final String anchor;
    private final ColumnMapping mapping;
    private final Map<Field, Integer> columns = new EnumMap<>(Field.class);
    private final int width;
    private final char delimiter;
    private final String categoryScheme;
    private final Map<String, MentionSeen> mentions = new HashMap<>();
    private long number;

    public RowReader(String anchor, LedgerFile file) {
        this.anchor = anchor;
        this.mapping = file.mapping();
        var header = file.layout().header();
        this.width = header.size();
        this.delimiter = file.layout().delimiter().charAt(0);
        for (var field : Field.values()) {
            mapping.header(field)
                    .map(name -> Header.position(header, name))
                    .filter(position -> position >= 0)
                    .ifPresent(position -> columns.put(field, position));
        }
        this.categoryScheme = scheme();
    }

    /** What the next record is. */
    public Row read(String[] cells) {
        number++;
        if (isBlank(cells)) {
            return new Row.Blank(number);
        }
        if (isTotals(cells)) {
            return new Row.Excluded(number);
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
        var paidOn = DateCell.parse(cell(cells, PAID_ON), mapping.dateOrder());
        if (paidOn.isRefused()) {
            return refused(cells, PAID_ON, paidOn);
        }
        BigDecimal irrecoverableVat = null;
        if (!text(cells, IRRECOVERABLE_VAT).isEmpty()) {
            var vat = AmountCell.parse(cell(cells, IRRECOVERABLE_VAT));
            if (vat.isRefused()) {
                return refused(cells, IRRECOVERABLE_VAT, vat);
            }
            irrecoverableVat = vat.value();
        }
        var name = text(cells, SUPPLIER_NAME);
        var redacted = Redaction.isRedacted(name);
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
        if (mentions.size() > REMEMBERED_MENTIONS) {
            mentions.clear();
        }
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
        if (!text(cells, PAID_ON).isEmpty() || cell(cells, AMOUNT).isBlank()) {
            return false;
        }
        var name = text(cells, SUPPLIER_NAME);
        if (!name.isEmpty() && !TOTALS.matcher(name).matches()) {
            return false;
        }
        var filled = Arrays.stream(cells).filter(cell -> !cell.isBlank()).toList();
        return filled.size() <= 2
                || filled.size() <= 4
                        && filled.stream()
                                .anyMatch(cell -> TOTALS.matcher(cell.strip()).matches());
    }

    /** A cell that holds whole rows, which an unclosed quote before them has turned into text. */
    private String swallowed(String[] cells) {
        for (var cell : cells) {
            if (cell.indexOf('\n') >= 0
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
        return new Row.Refused(number, new Refusal(code, column, value, advice), List.of(cells));
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
