package anchorage.ingest;

import java.util.regex.Pattern;

/**
 * Text as every part of the platform can keep it. PostgreSQL has no room for NUL, and half of a surrogate pair has no
 * encoding; each becomes the replacement character. The original bytes still have what was there.
 */
public final class KeepableText {

    private static final char REPLACEMENT = '\ufffd';
    /** A NUL as JSON writes it, the backslash itself not escaped. */
    private static final Pattern NUL_IN_JSON = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private KeepableText() {}

    /** The text with what cannot be kept replaced; null stays null. */
    public static String of(String text) {
        if (text == null) {
            return null;
        }
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == 0 || Character.isSurrogate(text.charAt(at))) {
                return mended(text, at);
            }
        }
        return text;
    }

    /** The text without NUL, for text that has been decoded from bytes and so has only whole characters. */
    public static String withoutNul(String text) {
        return text.indexOf(0) < 0 ? text : text.replace((char) 0, REPLACEMENT);
    }

    /** JSON with what cannot be kept replaced inside its texts. */
    public static String json(String json) {
        return NUL_IN_JSON.matcher(of(json)).replaceAll("$1\\\\ufffd");
    }

    private static String mended(String text, int from) {
        var mended = new StringBuilder(text);
        for (int at = from; at < mended.length(); at++) {
            char letter = mended.charAt(at);
            boolean isPair = Character.isHighSurrogate(letter)
                    && at + 1 < mended.length()
                    && Character.isLowSurrogate(mended.charAt(at + 1));
            if (isPair) {
                at++;
            } else if (letter == 0 || Character.isSurrogate(letter)) {
                mended.setCharAt(at, REPLACEMENT);
            }
        }
        return mended.toString();
    }
}
