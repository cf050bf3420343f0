package anchorage.ingest.reading;

import java.util.Locale;
import java.util.Set;

/** A cell that says whether something holds. */
final class YesOrNo {

    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "-", "");

    private YesOrNo() {}

    static boolean isYes(String cell) {
        return YES.contains(cell.toLowerCase(Locale.ROOT));
    }

    static boolean isEither(String cell) {
        var word = cell.toLowerCase(Locale.ROOT);
        return YES.contains(word) || NO.contains(word);
    }
}
