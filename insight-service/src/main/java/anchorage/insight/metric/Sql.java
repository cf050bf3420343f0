package anchorage.insight.metric;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.stream.Collectors;

/** Values written into SQL. Text is quoted as the standard says, so no value can end its own quotes. */
public final class Sql {

    private Sql() {}

    /** A text literal. */
    public static String text(Object value) {
        return "'" + value.toString().replace("'", "''") + "'";
    }

    /** Text literals with commas between; one that equals nothing where there are none. */
    public static String texts(Collection<?> values) {
        return values.isEmpty() ? "NULL" : values.stream().map(Sql::text).collect(Collectors.joining(", "));
    }

    /** The condition that a fact was known at the moment. */
    public static String knownAt(Instant moment) {
        var literal = "TIMESTAMP '"
                + LocalDateTime.ofInstant(moment, ZoneOffset.UTC).toString().replace('T', ' ') + "'";
        return "known_from <= " + literal + " AND known_until > " + literal;
    }
}
