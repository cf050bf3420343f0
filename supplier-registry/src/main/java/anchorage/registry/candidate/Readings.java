package anchorage.registry.candidate;

import anchorage.registry.name.NameParts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The ways in which a name can be read, as ledgers write them: {@code HC1 Ltd t/a Appleton Lodge} is HC1 Ltd and
 * Appleton Lodge, {@code FCNA Homecare (First Call Nursing)} is each of both, {@code 000032NHS SUPPLY CHAIN} carries the
 * finance system's code.
 */
final class Readings {

    private static final Pattern TRADING_AS =
            Pattern.compile("\\s+(?:t/as?|ta|trading as|t\\.a\\.?)\\s*[:-]?\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORMERLY = Pattern.compile(
            "[\\s(#,-]+(?:was|formerly|formally|prev(?:iously)?|previously known as|now|formerly known as|f/k/a|fka)[\\s:.-]+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ON_BEHALF =
            Pattern.compile("\\s+(?:c/o|for and on behalf of|via|obo|o/b/o)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARENTHESIS = Pattern.compile("\\(([^)]*)\\)?|\\[([^\\]]*)\\]?");
    private static final Pattern CODE = Pattern.compile("^\\d{4,}[\\s-]*(?=\\p{L})|(?<=\\p{L}{3}) ?\\d{3,}$");
    private static final Pattern BRANCH = Pattern.compile("\\s+-\\s+|\\s*[;|]\\s*|,\\s+");
    private static final Pattern AFTER_FORM =
            Pattern.compile("^(\\S.{2,}?\\s(?:limited|ltd|plc|llp|cic)\\b\\.?)\\s+\\S.*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORM = Pattern.compile("\\b(?:limited|ltd|plc|llp|cic)\\b", Pattern.CASE_INSENSITIVE);

    /** A totals row run into a name: what stands on either side is not one name. */
    private static final Pattern TOTAL = Pattern.compile("\\btotal\\b.*\\S", Pattern.CASE_INSENSITIVE);

    private Readings() {}

    /** What part of the writing a reading is. */
    enum Part {
        WHOLE,
        HASH,
        TRADING_NAME,
        WITHOUT_PARENTHESIS,
        IN_PARENTHESIS,
        WITHOUT_CODE,
        BEFORE_DASH,
        UP_TO_LEGAL_FORM
    }

    /** A way to read a name. */
    record Reading(Part part, String text, NameParts parts) {}

    /** All readings, the whole first; no two with the same key, and none too short to mean somebody. */
    static List<Reading> of(String name) {
        var readings = new LinkedHashMap<String, Reading>();
        add(readings, Part.WHOLE, name);
        var text = name;
        if (CODE.matcher(text).find()) {
            text = CODE.matcher(text).replaceAll("");
            add(readings, Part.WITHOUT_CODE, text);
        }
        var halves = text.split("#");
        for (var half : halves) {
            for (var was : FORMERLY.split(" " + half)) {
                add(readings, Part.HASH, was);
                split(readings, was.strip());
            }
        }
        return List.copyOf(readings.values());
    }

    private static void split(Map<String, Reading> readings, String text) {
        var trading = TRADING_AS.split(text);
        if (trading.length > 1) {
            for (var name : trading) {
                add(readings, Part.TRADING_NAME, name);
            }
        }
        for (var name : trading) {
            var inside = PARENTHESIS.matcher(name);
            if (inside.find()) {
                add(
                        readings,
                        Part.WITHOUT_PARENTHESIS,
                        PARENTHESIS.matcher(name).replaceAll(" "));
                var within = inside.group(1) == null ? inside.group(2) : inside.group(1);
                if (within != null
                        && within.strip().length() > 6
                        && within.strip().contains(" ")) {
                    add(readings, Part.IN_PARENTHESIS, within);
                }
            }
            var form = AFTER_FORM.matcher(name);
            if (form.matches()
                    && FORM.matcher(name).results().count() == 1
                    && !TOTAL.matcher(name).find()) {
                add(readings, Part.UP_TO_LEGAL_FORM, form.group(1));
            }
            var dashed = BRANCH.split(name);
            if (dashed.length > 1) {
                add(readings, Part.BEFORE_DASH, dashed[0]);
            }
            var behalf = ON_BEHALF.split(name);
            if (behalf.length > 1) {
                add(readings, Part.BEFORE_DASH, behalf[0]);
            }
        }
    }

    private static void add(Map<String, Reading> readings, Part part, String text) {
        var parts = NameParts.of(text.strip());
        var key = parts.key();
        if (key.length() >= 3 || part == Part.WHOLE && !key.isEmpty()) {
            readings.putIfAbsent(key, new Reading(part, text.strip(), parts));
        }
    }
}
