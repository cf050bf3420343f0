package anchorage.registry.place;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A United Kingdom postcode, compact and in capitals: M11AD for M1 1AD.
 *
 * @param compact without its space
 */
public record Postcode(String compact) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}");
    private static final Pattern IN_TEXT =
            Pattern.compile("\\b([A-Z]{1,2}[0-9][A-Z0-9]?)\\s{0,3}([0-9][A-Z]{2})\\b", Pattern.CASE_INSENSITIVE);

    /** The postcode a cell holds, if it holds one. */
    public static Optional<Postcode> of(String cell) {
        var compact = cell.toUpperCase(Locale.ROOT).replaceAll("\\s+", "");
        return FORM.matcher(compact).matches() ? Optional.of(new Postcode(compact)) : Optional.empty();
    }

    /** The last postcode in an address. */
    public static Optional<Postcode> lastIn(String address) {
        Postcode last = null;
        var found = IN_TEXT.matcher(address);
        while (found.find()) {
            last = new Postcode((found.group(1) + found.group(2)).toUpperCase(Locale.ROOT));
        }
        return Optional.ofNullable(last);
    }

    /** As it is written on an envelope. */
    @Override
    public String toString() {
        int inward = compact.length() - 3;
        return compact.substring(0, inward) + " " + compact.substring(inward);
    }
}
