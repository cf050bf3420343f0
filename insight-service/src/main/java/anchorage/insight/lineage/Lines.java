package anchorage.insight.lineage;

import anchorage.insight.knowledge.Engine;
import anchorage.insight.knowledge.Engine.EngineFailed;
import anchorage.insight.metric.Audience;
import anchorage.insight.metric.JudgedLines;
import anchorage.insight.metric.Question;
import anchorage.insight.metric.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Opens figures down to their lines. */
@ApplicationScoped
public class Lines {

    private final Engine engine;
    private final JudgedLines judged;

    Lines(Engine engine, JudgedLines judged) {
        this.engine = engine;
        this.judged = judged;
    }

    /** A line's place in the order of all lines. */
    public record Place(UUID delivery, long row) {}

    /**
     * The lines a question is about, in the order of delivery and row.
     *
     * @param after the line behind which to begin
     * @param own whether the caller may see the names of an anchor's people
     */
    public List<LedgerLine> page(Question question, Optional<Place> after, int limit, Predicate<String> own) {
        var lines = new ArrayList<LedgerLine>();
        var where = after.map(place ->
                        " WHERE delivery > CAST('%1$s' AS UUID) OR (delivery = CAST('%1$s' AS UUID) AND \"row\" > %2$d)"
                                .formatted(place.delivery(), place.row()))
                .orElse("");
        read(question, where + " ORDER BY delivery, \"row\" LIMIT " + limit, own, lines::add);
        return lines;
    }

    /** All lines a question is about, one after the other, in the order of delivery and row. */
    public void each(Question question, Predicate<String> own, Consumer<LedgerLine> reader) {
        read(question, " ORDER BY delivery, \"row\"", own, reader);
    }

    /** One line, judged as the question says. */
    public Optional<LedgerLine> one(Question question, UUID delivery, long row, Predicate<String> own) {
        var lines = new ArrayList<LedgerLine>();
        read(
                question,
                " WHERE delivery = CAST(" + Sql.text(delivery) + " AS UUID) AND \"row\" = " + row,
                own,
                lines::add);
        return lines.stream().findFirst();
    }

    private void read(Question question, String rest, Predicate<String> own, Consumer<LedgerLine> reader) {
        try (var connection = engine.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(judged.sql(question) + "SELECT * FROM judged" + rest)) {
            while (result.next()) {
                reader.accept(line(result, own));
            }
        } catch (SQLException failure) {
            throw new EngineFailed("the lines could not be read", failure);
        }
    }

    private static LedgerLine line(ResultSet row, Predicate<String> own) throws SQLException {
        var anchor = row.getString("anchor");
        var isShown = !row.getBoolean("natural_person") || own.test(anchor);
        return new LedgerLine(
                uuid(row, "delivery"),
                row.getLong("row"),
                anchor,
                row.getDate("paid_on").toLocalDate(),
                LedgerLine.exact(row.getBigDecimal("amount")),
                isShown ? row.getString("supplier_name") : Audience.WITHHELD,
                row.getBoolean("redacted"),
                row.getString("unit"),
                row.getString("category"),
                row.getString("category_code"),
                row.getString("category_scheme"),
                isShown ? row.getString("purpose") : null,
                row.getString("transaction_reference"),
                row.getString("capital_or_revenue"),
                row.getString("contract"),
                row.getString("scope"),
                row.getString("rule"),
                uuid(row, "supplier"),
                isShown ? row.getString("known_name") : Audience.WITHHELD,
                row.getString("method"),
                isShown ? row.getString("explanation") : null,
                isShown ? row.getString("postcode") : null,
                row.getString("district"),
                row.getString("verdict"),
                row.getString("reason"));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        var value = row.getString(column);
        return value == null ? null : UUID.fromString(value);
    }
}
