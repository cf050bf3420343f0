package anchorage.insight.metric;

import anchorage.insight.knowledge.Engine;
import anchorage.insight.knowledge.Engine.EngineFailed;
import anchorage.insight.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts a figure's SQL to the engine, over the lines that its question is about. */
@ApplicationScoped
class Asking {

    private final Engine engine;
    private final JudgedLines lines;

    Asking(Engine engine, JudgedLines lines) {
        this.engine = engine;
        this.lines = lines;
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
     * The rows that a SELECT gives.
     *
     * @param select a SELECT over {@code judged}, or further common table expressions, after a comma, and one
     */
    <T> List<T> rows(Question question, String select, Reading<T> reading) {
        return lines.kept(question, judged -> read(judged + select, reading));
    }

    /** Hands each row that a SELECT gives to the reader. */
    void each(Question question, String select, Listening reader) {
        rows(question, select, row -> {
            reader.hear(row);
            return null;
        });
    }

    /** The rows that SQL without the lines gives. */
    <T> List<T> read(String sql, Reading<T> reading) {
        try (var connection = engine.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(reading.of(result));
            }
            return rows;
        } catch (SQLException failure) {
            throw new EngineFailed("a figure could not be computed", failure);
        }
    }

    /** The names of places by their codes, as the question knows them. */
    Map<String, String> placeNames(Question question) {
        var names = new HashMap<String, String>();
        read(
                "SELECT code, name FROM place WHERE "
                        + Sql.knownAt(question.moments().places()),
                row -> names.put(row.getString("code"), row.getString("name")));
        return names;
    }

    /** The anchors with deliveries in question around whose home place no area of the definition is known. */
    List<String> withoutArea(Question question) {
        var known = read(Judging.facts(question) + " SELECT anchor FROM area_of", row -> row.getString(1));
        return lines.deliveries(question).stream()
                .map(Ledger.Entry::anchor)
                .filter(anchor -> !known.contains(anchor))
                .distinct()
                .sorted()
                .toList();
    }
}
