package anchorage.kit.csv;

import java.util.regex.Pattern;

/** Text on its way into a CSV cell that a person may open in a spreadsheet. */
public final class CsvCell {

    private static final Pattern NUMBER = Pattern.compile("[-+]?£?[0-9][0-9,.]*");

    private CsvCell() {}

    /**
     * The text, with an apostrophe before it where a spreadsheet would take it for a formula (CWE-1236), or where it
     * looks like one that has an apostrophe already, so that {@link #original} always finds the way back. A number stays
     * as it is, its sign too.
     */
    public static String text(String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        return isGuarded(value) ? "'" + value : value;
    }

    /** The text as it was before {@link #text}. */
    public static String original(String cell) {
        return cell.startsWith("'") && isGuarded(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isGuarded(String value) {
        int first = 0;
        while (first < value.length() && value.charAt(first) == '\'') {
            first++;
        }
        return first < value.length()
                && "=+-@\t\r＝＋－＠".indexOf(value.charAt(first)) >= 0
                && !NUMBER.matcher(value).matches();
    }
}
