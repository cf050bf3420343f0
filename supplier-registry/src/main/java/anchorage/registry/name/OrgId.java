package anchorage.registry.name;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Official identifiers as {@code scheme:value}, the schemes those of org-id.guide and VAT. What spreadsheets do to them
 * is undone (a company number that lost its zeros), what cannot be one is refused (a VAT number whose check digits are
 * wrong), and the several numbers that one society goes by are brought together.
 */
public final class OrgId {

    private static final Pattern COMPANY =
            Pattern.compile("\\d{8}|[A-Z]{2}[0-9]{1,6}[A-Z]{0,4}|R0\\d{6}|RE\\d{2}[0-9A-Z]{4}");
    private static final Pattern SOCIETY = Pattern.compile("(IP|RS|SP|NP|NO)0*([1-9]\\d*)([A-Z]*)");
    private static final Pattern MUTUAL = Pattern.compile("(IP|CU|RS)?0*([1-9]\\d*)([A-Z]*)");
    private static final Set<String> SOCIETY_PREFIXES = Set.of("IP", "RS", "SP", "NP", "NO");

    private OrgId() {}

    /**
     * The identifier as the registry writes it; empty where it cannot be one.
     *
     * @param written as {@code scheme:value}, or as org-id.guide joins them, {@code GB-COH-00123456}
     */
    public static Optional<String> of(String written) {
        var text = written.strip().toUpperCase(Locale.ROOT);
        int colon = text.indexOf(':');
        if (colon < 0) {
            var dashed = Pattern.compile("(XI|[A-Z]{2})-[A-Z]+-").matcher(text);
            if (!dashed.lookingAt()) {
                return Optional.empty();
            }
            colon = dashed.end() - 1;
        }
        return of(text.substring(0, colon), text.substring(colon + 1));
    }

    /** The identifier of that scheme; empty where the value cannot be one. */
    public static Optional<String> of(String scheme, String value) {
        var compact = value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        var written =
                switch (scheme) {
                    case "GB-COH" -> company(compact);
                    case "GB-CHC" -> matching(compact.replaceFirst("^0+", ""), "[1-9]\\d{4,6}");
                    case "GB-SC" -> matching(compact.startsWith("SC") ? compact : "SC" + compact, "SC\\d{5,6}");
                    case "GB-NIC" -> matching(compact.replaceFirst("^NIC?", ""), "\\d{5,6}");
                    case "GB-MPR" -> matching(compact.replaceFirst("^0+", ""), "(IP|CU|RS)?\\d{1,6}[A-Z]{0,4}");
                    case "GB-UKPRN" -> matching(compact, "1\\d{7}");
                    case "GB-EDU" -> matching(compact, "\\d{6}");
                    case "XI-LEI" -> isLei(compact) ? Optional.of(compact) : Optional.<String>empty();
                    case "VAT" -> vat(compact);
                    default -> matching(compact, "[A-Z0-9]{1,20}");
                };
        return written.map(found -> scheme + ":" + found);
    }

    /**
     * All identifiers that can be the same society's: GB-MPR:129CUS, GB-COH:RS00129S and GB-COH:IP000129 are one. An
     * alias can be right for two societies, so it proves something only where one supplier has it.
     */
    public static Set<String> aliases(String identifier) {
        var aliases = new LinkedHashSet<String>();
        aliases.add(identifier);
        if (identifier.startsWith("GB-MPR:")) {
            var parts = MUTUAL.matcher(identifier.substring(7));
            if (parts.matches()) {
                addSocietyNumbers(aliases, parts.group(2), parts.group(3));
            }
        }
        if (identifier.startsWith("GB-COH:")) {
            var parts = SOCIETY.matcher(identifier.substring(7));
            if (parts.matches()) {
                addSocietyNumbers(aliases, parts.group(2), parts.group(3));
                aliases.add("GB-MPR:" + parts.group(2) + parts.group(3));
            }
        }
        return aliases;
    }

    private static void addSocietyNumbers(Set<String> aliases, String digits, String suffix) {
        for (var prefix : SOCIETY_PREFIXES) {
            for (int from = 0; from <= suffix.length(); from++) {
                var tail = suffix.substring(from);
                int zeros = 6 - tail.length() - digits.length();
                if (zeros >= 0) {
                    aliases.add("GB-COH:" + prefix + "0".repeat(zeros) + digits + tail);
                }
            }
        }
    }

    private static Optional<String> company(String compact) {
        var number = compact.matches("\\d{1,7}") ? "0".repeat(8 - compact.length()) + compact : compact;
        if (!COMPANY.matcher(number).matches() || number.matches("0+")) {
            return Optional.empty();
        }
        var society = SOCIETY.matcher(number);
        if (society.matches()) {
            int zeros = 6 - society.group(2).length() - society.group(3).length();
            return zeros < 0
                    ? Optional.empty()
                    : Optional.of(society.group(1) + "0".repeat(zeros) + society.group(2) + society.group(3));
        }
        if (number.matches("[A-Z]{2}\\d{1,5}")) {
            return Optional.of(number.substring(0, 2) + "0".repeat(8 - number.length()) + number.substring(2));
        }
        return number.length() == 8 ? Optional.of(number) : Optional.empty();
    }

    private static Optional<String> matching(String value, String form) {
        return value.matches(form) ? Optional.of(value) : Optional.empty();
    }

    /**
     * A United Kingdom VAT number: seven digits weighted 8 to 2, plus the two check digits, give a multiple of 97, or do
     * so when 55 is added (HMRC, since 2010). Government departments and health authorities have GD and HA numbers.
     */
    private static Optional<String> vat(String compact) {
        var digits = compact.startsWith("GB") ? compact.substring(2) : compact;
        if (digits.matches("GD[0-4]\\d{2}|HA[5-9]\\d{2}")) {
            return Optional.of("GB" + digits);
        }
        if (!digits.matches("\\d{9}(\\d{3})?")) {
            return Optional.empty();
        }
        int sum = Integer.parseInt(digits.substring(7, 9));
        for (int at = 0; at < 7; at++) {
            sum += (8 - at) * (digits.charAt(at) - '0');
        }
        return sum % 97 == 0 || (sum + 55) % 97 == 0 ? Optional.of("GB" + digits.substring(0, 9)) : Optional.empty();
    }

    /** A legal entity identifier: ISO 17442, with the check digits of ISO 7064, modulo 97. */
    private static boolean isLei(String value) {
        if (!value.matches("[A-Z0-9]{18}\\d{2}")) {
            return false;
        }
        int remainder = 0;
        for (int at = 0; at < value.length(); at++) {
            int number = Character.digit(value.charAt(at), 36);
            remainder = (number > 9 ? remainder * 100 + number : remainder * 10 + number) % 97;
        }
        return remainder == 1;
    }
}
