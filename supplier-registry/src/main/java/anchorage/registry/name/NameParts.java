package anchorage.registry.name;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A name taken apart as the law compares company names: Companies Act 2006 s.66 and SI 2015/17, schedule 3. Of it we
 * take: case, accents, spaces and punctuation do not count, nor THE at the start, nor the words for a legal form at the
 * end; a sign, a figure and the word for it are the same (&amp; and AND, 1 and ONE, 4 and FOR). GROUP, HOLDINGS,
 * INTERNATIONAL, SERVICES and EXPORT do count, as they do in law since 2015. A number that a finance system hangs on
 * with # does not count.
 *
 * @param words what counts, in order; initials that stand beside each other are one word
 * @param legalForm LTD, PLC, LLP, LP, CIC, CIO or UNLIMITED, or empty where the name says none
 */
public record NameParts(List<String> words, String legalForm) {

    private static final Pattern SYSTEM_SUFFIX = Pattern.compile("\\s*#\\s*\\d*\\s*$");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_COUNTED = Pattern.compile("['’`.]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<String, String> SIGNS = Map.of("&", " AND ", "+", " PLUS ", "@", " AT ", "%", " PERCENT ");
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("ZERO", "0"),
            Map.entry("O", "0"),
            Map.entry("ONE", "1"),
            Map.entry("TWO", "2"),
            Map.entry("TO", "2"),
            Map.entry("TOO", "2"),
            Map.entry("THREE", "3"),
            Map.entry("FOUR", "4"),
            Map.entry("FOR", "4"),
            Map.entry("FIVE", "5"),
            Map.entry("SIX", "6"),
            Map.entry("SEVEN", "7"),
            Map.entry("EIGHT", "8"),
            Map.entry("NINE", "9"));
    private static final List<Form> FORMS = List.of(
            new Form("PUBLIC LIMITED COMPANY", "PLC"),
            new Form("LIMITED LIABILITY PARTNERSHIP", "LLP"),
            new Form("CHARITABLE INCORPORATED ORGANISATION", "CIO"),
            new Form("COMMUNITY INTEREST COMPANY", "CIC"),
            new Form("LIMITED PARTNERSHIP", "LP"),
            new Form("LIMITED", "LTD"),
            new Form("LTD", "LTD"),
            new Form("CYFYNGEDIG", "LTD"),
            new Form("CYF", "LTD"),
            new Form("PLC", "PLC"),
            new Form("CCC", "PLC"),
            new Form("LLP", "LLP"),
            new Form("LP", "LP"),
            new Form("CIC", "CIC"),
            new Form("CIO", "CIO"),
            new Form("UNLIMITED", "UNLIMITED"));

    public NameParts {
        words = List.copyOf(words);
    }

    private record Form(List<String> words, String code) {
        Form(String words, String code) {
            this(List.of(words.split(" ")), code);
        }
    }

    /** The parts of a name as it is written. */
    public static NameParts of(String name) {
        var text = SYSTEM_SUFFIX.matcher(name.toUpperCase(Locale.ROOT)).replaceFirst("");
        if (!isPlain(text)) {
            text = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                    .replaceAll("")
                    .toUpperCase(Locale.ROOT);
        }
        for (var sign : SIGNS.entrySet()) {
            text = text.replace(sign.getKey(), sign.getValue());
        }
        text = NOT_COUNTED.matcher(text).replaceAll("");
        var words = new ArrayList<String>();
        for (var word : BETWEEN_WORDS.split(text)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        if (words.size() > 1 && words.get(0).equals("THE")) {
            words.remove(0);
        }
        var form = stripForms(words);
        words.replaceAll(word -> SAME.getOrDefault(word, word));
        return new NameParts(withInitialsJoined(words), form);
    }

    /** What the name is compared by: its words in one. */
    public String key() {
        return String.join("", words);
    }

    /** Takes the words of a legal form from the end, and answers the form that stood last. */
    private static String stripForms(ArrayList<String> words) {
        var form = "";
        boolean stripped = true;
        while (stripped && words.size() > 1) {
            stripped = false;
            // The register's own index writes BOOK CENTRE LIMITED(THE).
            if (words.get(words.size() - 1).equals("THE")) {
                words.remove(words.size() - 1);
                stripped = true;
                continue;
            }
            for (var candidate : FORMS) {
                int from = words.size() - candidate.words.size();
                if (from > 0 && words.subList(from, words.size()).equals(candidate.words)) {
                    words.subList(from, words.size()).clear();
                    form = form.isEmpty() ? candidate.code : form;
                    stripped = true;
                    break;
                }
            }
        }
        return form;
    }

    private static List<String> withInitialsJoined(List<String> words) {
        var joined = new ArrayList<String>(words.size());
        var initials = new StringBuilder();
        for (var word : words) {
            if (word.length() == 1) {
                initials.append(word);
                continue;
            }
            if (initials.length() > 0) {
                joined.add(initials.toString());
                initials.setLength(0);
            }
            joined.add(word);
        }
        if (initials.length() > 0) {
            joined.add(initials.toString());
        }
        return joined;
    }

    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > 126) {
                return false;
            }
        }
        return true;
    }
}
