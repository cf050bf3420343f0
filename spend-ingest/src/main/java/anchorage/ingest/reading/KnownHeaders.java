package anchorage.ingest.reading;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Headers as public bodies write them: those known letter by letter, and those that say what they are by a word. */
final class KnownHeaders {

    private static final Set<String> EXACT = Arrays.stream(Field.values())
            .flatMap(field -> field.headers().stream())
            .map(HeaderName::key)
            .collect(Collectors.toCollection(HashSet::new));

    private static final Pattern DATE = words("date|paid|day paid");
    private static final Pattern NO_DATE =
            words("due|po|birth|start|end|expiry|updated?|contract|raised|order|tax point|to"
                    + "|from|paid to|amount|value|net|gross|by");
    private static final Pattern AMOUNT =
            Pattern.compile("£|\\b(amount|value|spend|net|gross|total|cost|price|sum|gbp|payment|exvat"
                    + "|inc vat|incl vat|including vat|exc vat|excl vat|excluding vat)");
    private static final Pattern NO_AMOUNT =
            words("contract|irrecoverable|budget|estimated|code|number|no|type|date|ref"
                    + "|reference|method|id|name|category|description|centre|center|area|desc|vat amount|area|group|status"
                    + "|terms|classification|run|cumulative|year to date|ytd");
    private static final Pattern SUPPLIER =
            Pattern.compile("\\b(suppliers?|vendor|benefic|benific|creditor|payee|merchant|contractor|recipient|company"
                    + "|organisation paid|paid to|provider|trading partner)");
    private static final Pattern NO_SUPPLIER = words(
            "code|id|number|no|postcode|post code|type|vat|ref|reference|address"
                    + "|town|city|url|uri|registration|registered|reg|category|class|classification|group|sme|site|size|status"
                    + "|country|county|bank|account|invoice|charity|local|region|ward|email|phone|date|amount|total|value");

    private static final Pattern OF_VAT =
            Pattern.compile("\\b(exc|excl|excluding|excludes|ex|net|inc|incl|including|includes|gross|less|no)");
    private static final Pattern HAS_LETTERS = Pattern.compile("[a-zA-Z£]{2}|£");
    private static final Pattern CAMEL_CASE = Pattern.compile("([a-z])([A-Z])");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9£]+");

    private KnownHeaders() {}

    /** How much a record looks like a header, judged quickly. */
    static double weight(List<String> cells) {
        double weight = 0;
        boolean date = false;
        boolean amount = false;
        boolean supplier = false;
        for (var cell : cells) {
            if (cell.length() > 100 || !HAS_LETTERS.matcher(cell).find()) {
                continue;
            }
            var text = spaced(cell);
            date |= isDate(text);
            amount |= isAmount(text);
            supplier |= isSupplier(text);
            weight += EXACT.contains(HeaderName.key(cell)) ? 1 : 0;
        }
        return weight + (date ? 2 : 0) + (amount ? 2 : 0) + (supplier ? 2 : 0);
    }

    /** Whether a header means one of the needed fields, by a word in it. */
    static boolean means(String header, Field field) {
        return switch (field) {
            case PAID_ON -> isDate(spaced(header));
            case AMOUNT -> isAmount(spaced(header));
            case SUPPLIER_NAME -> isSupplier(spaced(header));
            default ->
                field.headers().stream().anyMatch(known -> HeaderName.key(known).equals(HeaderName.key(header)));
        };
    }

    private static boolean isDate(String text) {
        return says(text, DATE, NO_DATE);
    }

    private static boolean isAmount(String text) {
        return says(text, AMOUNT, NO_AMOUNT) && !isVat(text);
    }

    private static boolean isSupplier(String text) {
        return says(text, SUPPLIER, NO_SUPPLIER);
    }

    /** A column of VAT is not the amount; a column that says whether VAT is in the amount is. */
    private static boolean isVat(String text) {
        return text.contains("vat") && !OF_VAT.matcher(text).find();
    }

    private static boolean says(String text, Pattern yes, Pattern no) {
        return yes.matcher(text).find() && !no.matcher(text).find();
    }

    /** In lower case, with spaces between the words of CamelCase and snake_case. */
    private static String spaced(String header) {
        var words = CAMEL_CASE.matcher(header).replaceAll("$1 $2").toLowerCase(java.util.Locale.ROOT);
        return BETWEEN_WORDS.matcher(words).replaceAll(" ").strip();
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("\\b(" + alternatives + ")\\b");
    }
}
