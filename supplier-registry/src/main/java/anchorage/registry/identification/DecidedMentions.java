package anchorage.registry.identification;

import anchorage.registry.identification.Identification.State;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Mentions and who they are, as a steward reads them: the greatest value first. Likely persons are not among them. */
@ApplicationScoped
public class DecidedMentions {

    private static final String SELECT = """
            SELECT mention.id, mention.anchor, mention.supplier_code, mention.name, mention.identifiers,
                mention.postcode, identification.supplier, identification.method, identification.score,
                identification.state, identification.explanation, identification.candidates,
                identification.decided_by, identification.decided_at,
                coalesce(paid.lines, 0) AS lines, coalesce(paid.total, 0) AS total,
                (SELECT fact.value FROM supplier_fact fact
                 WHERE fact.supplier = identification.supplier AND fact.kind = 'NAME' AND fact.retired_at IS NULL
                 ORDER BY fact.role, fact.id LIMIT 1) AS supplier_name
            FROM identification
            JOIN mention ON mention.id = identification.mention AND NOT mention.person
            LEFT JOIN (SELECT mention, sum(lines) AS lines, sum(total) AS total FROM mention_value GROUP BY mention) paid
                ON paid.mention = mention.id
            """;

    /** By the value as it is shown, in pence, though amounts are kept to the hundredth of one. */
    private static final String BEHIND = """
                AND (CAST(:afterMention AS uuid) IS NULL
                    OR (-round(abs(coalesce(paid.total, 0)), 2), mention.id)
                        > (-CAST(:afterValue AS numeric), CAST(:afterMention AS uuid)))
            ORDER BY round(abs(coalesce(paid.total, 0)), 2) DESC, mention.id LIMIT :most
            """;

    private final Jdbi database;
    private final ObjectMapper json;

    DecidedMentions(Jdbi database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A mention's place in these lists.
     *
     * @param value what is at stake, in pounds and pence, whichever its sign
     */
    public record Place(BigDecimal value, UUID mention) {

        /** The place of a mention. */
        public static Place of(DecidedMention decided) {
            return new Place(new BigDecimal(decided.value()).abs(), decided.mention());
        }
    }

    /** Mentions in one state, the greatest value first, at most so many, those behind a place. */
    public List<DecidedMention> inState(String state, Optional<Place> after, int most) {
        return database.withHandle(handle -> behind(
                        handle.createQuery(SELECT
                                + "WHERE identification.retired_at IS NULL AND identification.state = :state "
                                + BEHIND),
                        after,
                        most)
                .bind("state", State.valueOf(state).name())
                .map((row, context) -> decided(row))
                .list());
    }

    /** Who a mention is now. */
    public Optional<DecidedMention> find(UUID mention) {
        return database.withHandle(handle -> handle.createQuery(
                        SELECT + "WHERE identification.retired_at IS NULL AND mention.id = :mention")
                .bind("mention", mention)
                .map((row, context) -> decided(row))
                .findOne());
    }

    /** Every decision there ever was about a mention, the latest first. */
    public List<DecidedMention> history(UUID mention) {
        return database.withHandle(
                handle -> handle.createQuery(SELECT + "WHERE mention.id = :mention ORDER BY identification.id DESC")
                        .bind("mention", mention)
                        .map((row, context) -> decided(row))
                        .list());
    }

    /** The mentions that are a supplier, of one anchor or of all; the greatest value first, those behind a place. */
    public List<DecidedMention> of(UUID supplier, Optional<String> anchor, Optional<Place> after, int most) {
        return database.withHandle(handle -> behind(handle.createQuery(SELECT + """
                        WHERE identification.retired_at IS NULL AND identification.supplier = :supplier
                            AND (CAST(:anchor AS text) IS NULL OR mention.anchor = :anchor)
                        """ + BEHIND), after, most)
                .bind("supplier", supplier)
                .bind("anchor", anchor.orElse(null))
                .map((row, context) -> decided(row))
                .list());
    }

    private static Query behind(Query query, Optional<Place> after, int most) {
        return query.bind("afterMention", after.map(Place::mention).orElse(null))
                .bind("afterValue", after.map(Place::value).orElse(null))
                .bind("most", most);
    }

    private DecidedMention decided(ResultSet row) throws SQLException {
        return new DecidedMention(
                row.getObject("id", UUID.class),
                row.getString("anchor"),
                row.getString("supplier_code"),
                row.getString("name"),
                List.of((String[]) row.getArray("identifiers").getArray()),
                row.getString("postcode"),
                row.getObject("supplier", UUID.class),
                row.getString("supplier_name"),
                row.getString("method"),
                row.getBigDecimal("score"),
                row.getString("state"),
                row.getString("explanation"),
                candidates(row.getString("candidates")),
                row.getLong("lines"),
                row.getBigDecimal("total").setScale(2, RoundingMode.HALF_UP).toPlainString(),
                row.getString("decided_by"),
                row.getTimestamp("decided_at").toInstant());
    }

    private List<SuggestedSupplier> candidates(String written) {
        try {
            return json.readValue(written, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("candidates of our own writing cannot be read", impossible);
        }
    }
}
