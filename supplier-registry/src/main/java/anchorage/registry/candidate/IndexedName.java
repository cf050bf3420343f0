package anchorage.registry.candidate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A name of a supplier as the index holds it, with what a comparison needs beside it.
 *
 * @param supplier whose name it is
 * @param name as its source writes it
 * @param role CURRENT, PREVIOUS, TRADING or OTHER
 * @param key as {@code NameKey} makes it
 * @param words as {@link Words} has them
 * @param postcodes of all premises, compact
 * @param identifiers all of the supplier's, as {@code scheme:value}
 * @param person whether the supplier is a natural person, whom no other anchor may see
 */
record IndexedName(
        UUID supplier,
        String name,
        String role,
        String key,
        Words words,
        List<String> postcodes,
        List<String> identifiers,
        boolean person) {

    static final char FIELD = '\u001f';
    static final char ITEM = '\u001e';

    private static final String BETWEEN_FIELDS = String.valueOf(FIELD);
    private static final String BETWEEN_ITEMS = String.valueOf(ITEM);

    /** As the index holds it: its words first, so that letters can be compared before the rest is read. */
    byte[] bytes() {
        return String.join(
                        BETWEEN_FIELDS,
                        String.join(BETWEEN_ITEMS, words.list()),
                        words.legalForm(),
                        supplier.toString(),
                        name,
                        role,
                        key,
                        String.join(BETWEEN_ITEMS, postcodes),
                        String.join(BETWEEN_ITEMS, identifiers),
                        person ? "1" : "")
                .getBytes(StandardCharsets.UTF_8);
    }

    static IndexedName of(byte[] bytes, int offset, int length) {
        var fields = split(new String(bytes, offset, length, StandardCharsets.UTF_8), FIELD);
        return new IndexedName(
                UUID.fromString(fields.get(2)),
                fields.get(3),
                fields.get(4),
                fields.get(5),
                Words.of(items(fields.get(0)), fields.get(1)),
                items(fields.get(6)),
                items(fields.get(7)),
                !fields.get(8).isEmpty());
    }

    boolean isCurrent() {
        return role.equals("CURRENT");
    }

    private static List<String> items(String text) {
        return text.isEmpty() ? List.of() : split(text, ITEM);
    }

    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>(9);
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }
}
