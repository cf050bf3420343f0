package anchorage.registry.candidate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final String FIELD = "\u001f";
    private static final String ITEM = "\u001e";

    byte[] bytes() {
        return String.join(
                        FIELD,
                        supplier.toString(),
                        name,
                        role,
                        key,
                        String.join(ITEM, words.list()),
                        words.legalForm(),
                        String.join(ITEM, postcodes),
                        String.join(ITEM, identifiers),
                        person ? "1" : "")
                .getBytes(StandardCharsets.UTF_8);
    }

    static IndexedName of(byte[] bytes, int offset, int length) {
        var fields = split(new String(bytes, offset, length, StandardCharsets.UTF_8), FIELD.charAt(0));
        return new IndexedName(
                UUID.fromString(fields.get(0)),
                fields.get(1),
                fields.get(2),
                fields.get(3),
                Words.of(items(fields.get(4)), fields.get(5)),
                items(fields.get(6)),
                items(fields.get(7)),
                !fields.get(8).isEmpty());
    }

    boolean isCurrent() {
        return role.equals("CURRENT");
    }

    private static List<String> items(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(ITEM));
    }

    private static List<String> split(String text, char separator) {
        var fields = new ArrayList<String>(9);
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            fields.add(text.substring(from, at));
            from = at + 1;
        }
        fields.add(text.substring(from));
        return fields;
    }
}
