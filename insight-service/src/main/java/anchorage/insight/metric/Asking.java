package anchorage.insight.metric;

import anchorage.insight.InsightSettings;
import anchorage.insight.knowledge.Engine;
import anchorage.insight.knowledge.Engine.EngineFailed;
import anchorage.insight.ledger.LedgerEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts a figure's SQL to the engine, over the lines that its question is about. */
@ApplicationScoped
class Asking {

    /** How many times the rows of the widest answer are digested into one. */
    private static final int DIGESTED = 10;

    private final Engine engine;
    private final JudgedLines lines;
    private final FactMoments moments;
    private final InsightSettings settings;
    private final Remembered remembered = new Remembered();

    Asking(Engine engine, JudgedLines lines, FactMoments moments, InsightSettings settings) {
        this.engine = engine;
        this.lines = lines;
        this.moments = moments;
        this.settings = settings;
    }

    /** Makes of a row what is wanted. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Takes note of a row. */
    interface Listening {
        void hear(ResultSet row) throws SQLException;
    }

    /**
     * The rows that a SELECT gives which looks at each line.
     *
     * @param select a SELECT over {@code judged}, or further common table expressions, after a comma, and one
     */
    <T> List<T> rows(Question question, String select, Reading<T> reading) {
        return lines.kept(question, Grain.LINE, judged -> read(judged + select, reading));
    }

    /**
     * Hands each row that a SELECT which looks at each line gives to the reader, who makes far fewer of them: more are
     * let through than an answer may have.
     */
    void each(Question question, String select, Listening reader) {
        lines.kept(question, Grain.LINE, judged -> read(judged + select, noting(reader), DIGESTED));
    }

    /**
     * The rows that a SELECT gives which only adds lines up, so that sums of them will do: {@code amount} is the pounds of
     * {@code line_count} lines, {@code credit} the part below zero, of {@code credit_count}.
     *
     * @param by what it breaks down by
     */
    <T> List<T> sums(Question question, List<Dimension> by, String select, Reading<T> reading) {
        return lines.kept(question, Grain.of(question, by), judged -> read(judged + select, reading));
    }

    /** Hands each row that a SELECT which only adds lines up gives to the reader. */
    void eachSum(Question question, List<Dimension> by, String select, Listening reader) {
        sums(question, by, select, noting(reader));
    }

    private static Reading<Void> noting(Listening reader) {
        return row -> {
            reader.hear(row);
            return null;
        };
    }

    /**
     * The rows that a SELECT over facts alone gives, with what the question knows. They are remembered: what was known at
     * a moment never changes.
     *
     * @param select makes the SELECT of a question that knows the same; nothing else than it may decide the reading
     */
    <T> List<T> facts(Question question, Function<Question, String> select, Reading<T> reading) {
        var sql = select.apply(question.knowing(moments.of(question)));
        return remembered.rows(sql, () -> read(sql, reading));
    }

    private <T> List<T> read(String sql, Reading<T> reading) {
        return read(sql, reading, 1);
    }

    private <T> List<T> read(String sql, Reading<T> reading, int answers) {
        try (var connection = engine.connect();
                var statement = connection.createStatement()) {
            statement.setQueryTimeout((int) settings.longestQuestion().toSeconds());
            try (var result = statement.executeQuery(sql)) {
                return read(result, reading, answers * settings.widestAnswer());
            }
        } catch (SQLTimeoutException late) {
            throw QuestionTooWide.slow(settings.longestQuestion());
        } catch (SQLException failure) {
            if (String.valueOf(failure.getMessage()).startsWith("Out of Memory Error")) {
                throw QuestionTooWide.big();
            }
            throw new EngineFailed("a figure could not be computed", failure);
        }
    }

    private static <T> List<T> read(ResultSet result, Reading<T> reading, int most) throws SQLException {
        var rows = new ArrayList<T>();
        while (result.next()) {
            if (rows.size() == most) {
                throw QuestionTooWide.wide(most);
            }
            rows.add(reading.of(result));
        }
        return rows;
    }

    private record Named(String code, String name) {}

    /** The names of places by their codes, as the question knows them. */
    Map<String, String> placeNames(Question question) {
        var names = new HashMap<String, String>();
        facts(
                        question,
                        known -> "SELECT code, name FROM place WHERE "
                                + Sql.knownAt(known.moments().places()),
                        row -> new Named(row.getString("code"), row.getString("name")))
                .forEach(place -> names.put(place.code, place.name));
        return names;
    }

    /** The anchors with deliveries in question around whose home place no area of the definition is known. */
    List<String> withoutArea(Question question) {
        var known =
                facts(question, asked -> Judging.facts(asked) + " SELECT anchor FROM area_of", row -> row.getString(1));
        return lines.deliveries(question).stream()
                .map(LedgerEntry::anchor)
                .filter(anchor -> !known.contains(anchor))
                .distinct()
                .sorted()
                .toList();
    }
}
