package anchorage.ingest.reading;

import static anchorage.ingest.reading.Refusal.Code.AMOUNT_TOO_LARGE;
import static anchorage.ingest.reading.Refusal.Code.FOREIGN_CURRENCY;
import static anchorage.ingest.reading.Refusal.Code.MISSING_AMOUNT;
import static anchorage.ingest.reading.Refusal.Code.UNREADABLE_AMOUNT;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * A cell that holds pounds. Read are a pound sign or GBP, thousands commas in their places, a minus before or after,
 * brackets for a credit, and CR or DR. What is not surely a number of pounds is refused, since a wrong guess would be a
 * wrong pound. Formats: LGA, Local transparency guidance: publishing spending data, v1.3.
 */
final class AmountCell {

    /** Decimal places that a ledger keeps; more come from a spreadsheet's arithmetic, such as a rate of exchange. */
    private static final int MAX_SCALE = 4;

    private static final BigDecimal LIMIT = new BigDecimal("10000000000000");
    private static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d*)?|\\.\\d+");
    /** The pound sign, and what is left of it where an encoding was mistaken on the way: oe, a box, a question mark. */
    private static final Pattern POUND = Pattern.compile("^(-?) *(?:\u00c2?\u00a3|\u0153|\ufffd|\\?)");

    private static final Pattern SPACED = Pattern.compile("\\d{1,3}( \\d{3})+(\\.\\d*)?");
    private static final MathContext MEANT = new MathContext(15);
    /** A sign of money that is not pounds; nobody here knows at what rate it was paid. */
    private static final Pattern FOREIGN = Pattern.compile(
            "[-(]?\\s*(?:[A-Z]{2})?[$\u20ac\u00a5]\\s*-?[\\d.,\\s]+\\)?-?|(?:USD|EUR)\\s*-?[\\d.,]+|-?[\\d.,]+\\s*(?:USD|EUR|[$\u20ac])");

    private static final Pattern TOO_NARROW = Pattern.compile("#{2,}");
    /** What is left where a spreadsheet has added and taken away the same pounds. */
    private static final Pattern NEARLY_NOTHING =
            Pattern.compile("-?\\d(?:\\.\\d+)?E-(?:[5-9]|[1-9]\\d)", Pattern.CASE_INSENSITIVE);

    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d*)?");

    private AmountCell() {}

    /** Whether a ledger must leave out decimal places of the amount. */
    static boolean isTooPrecise(BigDecimal amount) {
        return amount.scale() > MAX_SCALE;
    }

    /** The amount as a ledger keeps it: to a hundredth of a penny, half away from nothing. */
    static BigDecimal kept(BigDecimal amount) {
        return isTooPrecise(amount) ? amount.setScale(MAX_SCALE, RoundingMode.HALF_UP) : amount;
    }

    static Parsed<BigDecimal> parse(String cell) {
        if (isSimple(cell)) {
            return checked(new BigDecimal(cell));
        }
        var text = cell.replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('\u2011', '-')
                .replace('\u2212', '-')
                .replace('\u2013', '-')
                .strip();
        if (text.startsWith("'")) {
            // A spreadsheet's mark for text, which is not part of it.
            text = text.substring(1).strip();
        }
        if (text.isEmpty() || withoutCurrency(text).equals("-")) {
            return Parsed.refused(MISSING_AMOUNT, "Give the amount in pounds; write 0.00 for nothing.");
        }
        boolean negative = false;
        if (text.startsWith("£(")) {
            text = text.substring(1);
        }
        if (text.startsWith("(") && text.endsWith(")")) {
            negative = true;
            text = text.substring(1, text.length() - 1).strip();
        }
        text = withoutCurrency(text);
        if (text.endsWith("CR") || text.endsWith("DR")) {
            negative ^= text.endsWith("CR");
            text = text.substring(0, text.length() - 2).strip();
        }
        if (text.startsWith("-") || text.startsWith("+")) {
            negative ^= text.startsWith("-");
            text = text.substring(1).strip();
        } else if (text.endsWith("-")) {
            negative = !negative;
            text = text.substring(0, text.length() - 1).strip();
        }
        text = withoutCurrency(text);
        if (GROUPED.matcher(text).matches() || SPACED.matcher(text).matches()) {
            text = text.replace(",", "").replace(" ", "");
        }
        if (!PLAIN.matcher(text).matches()) {
            return NEARLY_NOTHING.matcher(text).matches() ? Parsed.of(new BigDecimal("0.00")) : refused(cell.strip());
        }
        var amount = new BigDecimal(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
        return checked(negative ? amount.negate() : amount);
    }

    private static Parsed<BigDecimal> refused(String text) {
        if (FOREIGN.matcher(text).matches()) {
            return Parsed.refused(
                    FOREIGN_CURRENCY,
                    "By its sign this is not pounds. Convert it to pounds; or, if pounds were meant, correct the sign, "
                            + "which comes from a spreadsheet set to another country.");
        }
        if (TOO_NARROW.matcher(text).matches()) {
            return Parsed.refused(
                    UNREADABLE_AMOUNT,
                    "The spreadsheet's column was too narrow, so the amount was saved as #. Widen it and save again.");
        }
        return Parsed.refused(
                UNREADABLE_AMOUNT,
                "Write pounds as digits with at most one decimal point, for example -1234.50 or (1,234.50).");
    }

    private static String withoutCurrency(String text) {
        var upper = text.startsWith("GBP") || text.endsWith("GBP")
                ? text.replace("GBP", "")
                : POUND.matcher(text).replaceFirst("$1");
        return upper.strip();
    }

    private static Parsed<BigDecimal> checked(BigDecimal amount) {
        var plain = amount.scale() > 2 ? amount.stripTrailingZeros() : amount;
        if (plain.scale() > MAX_SCALE && plain.precision() > MEANT.getPrecision()) {
            // 1234.5600000000001 is how a binary fraction shows 1234.56; a spreadsheet means fifteen digits.
            plain = plain.round(MEANT).stripTrailingZeros();
        }
        if (plain.abs().compareTo(LIMIT) >= 0) {
            return Parsed.refused(
                    AMOUNT_TOO_LARGE, "No payment is ten million million pounds; check for joined columns.");
        }
        return Parsed.of(plain.scale() < 2 ? plain.setScale(2) : plain);
    }

    /** Most cells are digits with a point, and need no more than this look. */
    private static boolean isSimple(String cell) {
        int length = cell.length();
        int start = length > 0 && cell.charAt(0) == '-' ? 1 : 0;
        int points = 0;
        for (int at = start; at < length; at++) {
            char letter = cell.charAt(at);
            if (letter == '.') {
                points++;
            } else if (letter < '0' || letter > '9') {
                return false;
            }
        }
        return length - start > points && points <= 1 && length <= 40 && cell.charAt(length - 1) != '.';
    }
}
