package anchorage.kit.csv;

import java.util.regex.Pattern;

/** Text on its way into a CSV cell that a person may open in a spreadsheet. */
public final class CsvCell {

    private static final Pattern NUMBER = Pattern.compile("[-+]?£?[0-9][0-9,.]*");

    private CsvCell() {}

    /**
     * The text, with an apostrophe before it where a spreadsheet would take it for a formula (CWE-1236). A number stays
     * as it is, its sign too.
     */
    public static String text(String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        boolean harmless = "=+-@\t\r＝＋－＠".indexOf(value.charAt(0)) < 0
                || NUMBER.matcher(value).matches();
        return harmless ? value : "'" + value;
    }
}
