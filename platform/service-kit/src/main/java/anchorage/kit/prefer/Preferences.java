package anchorage.kit.prefer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The preferences of a request. One that is not known here, or cannot be read, is passed over, as RFC 7240 wants it; of
 * several of one name the first counts.
 */
public record Preferences(Map<String, String> values) {

    /** The header by which they come. */
    public static final String HEADER = "Prefer";

    /** The header that says which of them were followed. */
    public static final String APPLIED = "Preference-Applied";

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    public Preferences {
        values = Map.copyOf(values);
    }

    /** The preferences that these headers state. */
    public static Preferences of(List<String> headers) {
        var values = new HashMap<String, String>();
        for (var header : headers) {
            for (var each : parts(header, ',')) {
                var preference = parts(each, ';').get(0);
                int equals = preference.indexOf('=');
                var name = equals < 0 ? preference : preference.substring(0, equals);
                var value =
                        value(equals < 0 ? "" : preference.substring(equals + 1).strip());
                if (TOKEN.matcher(name.strip()).matches() && value.isPresent()) {
                    values.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), value.get());
                }
            }
        }
        return new Preferences(values);
    }

    /** Whether a change is to be answered without what it changed. */
    public boolean isMinimal() {
        return "minimal".equals(values.get("return"));
    }

    /** Whether a change is to be answered with what it changed, as it is where nothing is said. */
    public boolean isRepresentation() {
        return "representation".equals(values.get("return"));
    }

    /** How long the client would wait for something to come to its end. */
    public Optional<Duration> patience() {
        var seconds = values.getOrDefault("wait", "");
        return seconds.matches("[0-9]{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(seconds)))
                : Optional.empty();
    }

    /** The parts of a text between separators that stand outside quotation marks; at least one. */
    private static List<String> parts(String text, char separator) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        boolean isQuoted = false;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '\\' && isQuoted && at + 1 < text.length()) {
                part.append(letter).append(text.charAt(++at));
            } else if (letter == separator && !isQuoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                isQuoted ^= letter == '"';
                part.append(letter);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /** A token, or what stands between quotation marks; nothing of either is a value too. */
    private static Optional<String> value(String written) {
        if (written.isEmpty() || TOKEN.matcher(written).matches()) {
            return Optional.of(written);
        }
        boolean isQuoted = written.length() > 1 && written.startsWith("\"") && written.endsWith("\"");
        return isQuoted
                ? Optional.of(written.substring(1, written.length() - 1).replaceAll("\\\\(.)", "$1"))
                : Optional.empty();
    }
}
