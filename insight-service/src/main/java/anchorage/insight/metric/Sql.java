package anchorage.insight.metric;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values written into SQL. Text is quoted as the standard says, so no value can end its own quotes. */
public final class Sql {

    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)\\}");

    private Sql() {}

    /** A text literal. */
    public static String text(Object value) {
        return "'" + value.toString().replace("'", "''") + "'";
    }

    /** Text literals with commas between; one that equals nothing where there are none. */
    public static String texts(Collection<?> values) {
        return values.isEmpty() ? "NULL" : values.stream().map(Sql::text).collect(Collectors.joining(", "));
    }

    /** Ids with commas between; one that equals nothing where there are none. */
    static String ids(Collection<?> values) {
        return values.isEmpty()
                ? "NULL"
                : values.stream().map(id -> "CAST(" + text(id) + " AS UUID)").collect(Collectors.joining(", "));
    }

    /** A template with each {name} replaced; what is put in is never looked through for names. */
    static String fill(String template, Map<String, String> values) {
        return NAME.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(Objects.requireNonNull(
                        values.get(found.group(1)), () -> "nothing is to be put in for " + found.group())));
    }

    /** The condition that a fact was known at the moment. */
    public static String knownAt(Instant moment) {
        var literal = "TIMESTAMP '"
                + LocalDateTime.ofInstant(moment, ZoneOffset.UTC).toString().replace('T', ' ') + "'";
        return "known_from <= " + literal + " AND known_until > " + literal;
    }
}
