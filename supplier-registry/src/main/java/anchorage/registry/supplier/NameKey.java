package anchorage.registry.supplier;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name as it is compared. The law says when two company names are the same: Companies Act 2006 s.66 and SI 2015/17,
 * schedule 3. Of it we take: case, accents, spaces and punctuation do not count, nor THE at the start, nor the words for
 * a legal form at the end, and AND is the same as &amp;. GROUP, HOLDINGS, INTERNATIONAL, SERVICES and EXPORT do count,
 * as they do in law since 2015. A number that a finance system hangs on with # does not count.
 */
public final class NameKey {

    private static final Pattern SYSTEM_SUFFIX = Pattern.compile("\\s*#\\s*\\d+\\s*$");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N} ]+");
    private static final Pattern APOSTROPHE = Pattern.compile("['’`.]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern THE = Pattern.compile("^THE ");
    private static final Pattern LEGAL_FORM = Pattern.compile(
            " (LIMITED|LTD|PLC|PUBLIC LIMITED COMPANY|LLP|LIMITED LIABILITY PARTNERSHIP|LP|LIMITED PARTNERSHIP|CIC"
                    + "|COMMUNITY INTEREST COMPANY|CIO|CHARITABLE INCORPORATED ORGANISATION|CYF|CYFYNGEDIG|CCC|UNLIMITED)$");

    private NameKey() {}

    /** The key of a name; empty where nothing of it counts. */
    public static String of(String name) {
        var text = SYSTEM_SUFFIX.matcher(name.toUpperCase(Locale.ROOT)).replaceFirst("");
        text = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        text = text.replace("&", " AND ").replace("+", " PLUS ");
        text = APOSTROPHE.matcher(text).replaceAll("");
        text = PUNCTUATION.matcher(text).replaceAll(" ");
        text = SPACES.matcher(text).replaceAll(" ").strip();
        text = THE.matcher(text).replaceFirst("");
        for (var shorter = LEGAL_FORM.matcher(text).replaceFirst("");
                !shorter.equals(text);
                shorter = LEGAL_FORM.matcher(text).replaceFirst("")) {
            text = shorter;
        }
        return text.replace(" ", "");
    }
}
