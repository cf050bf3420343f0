package anchorage.ingest.reading;

import java.util.Locale;

/** A header as it is compared: case, spaces and punctuation do not count. */
final class HeaderName {

    private HeaderName() {}

    static String key(String header) {
        var key = new StringBuilder(header.length());
        var lower = header.toLowerCase(Locale.ROOT);
        for (int at = 0; at < lower.length(); at++) {
            if (Character.isLetterOrDigit(lower.charAt(at))) {
                key.append(lower.charAt(at));
            }
        }
        return key.toString();
    }

    /** How alike two keys are, from 0 to 1: one less the edit distance over the longer length. */
    static double likeness(String one, String other) {
        var longer = Math.max(one.length(), other.length());
        return longer == 0 ? 0 : 1 - (double) distance(one, other) / longer;
    }

    private static int distance(String one, String other) {
        var previous = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            var current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                var change = previous[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(change, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
