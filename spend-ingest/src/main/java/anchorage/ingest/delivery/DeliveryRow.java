package anchorage.ingest.delivery;

import anchorage.ingest.KeepableText;
import anchorage.ingest.delivery.Delivery.Applied;
import anchorage.ingest.delivery.Delivery.ControlTotal;
import anchorage.ingest.delivery.Delivery.DeliveryProblem;
import anchorage.ingest.delivery.Delivery.Withdrawal;
import anchorage.ingest.reading.Layout;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of the table of deliveries, and how its columns of JSON are written. */
@ApplicationScoped
class DeliveryRow implements RowMapper<Delivery> {

    private final ObjectMapper json;

    DeliveryRow(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Delivery map(ResultSet row, StatementContext context) throws SQLException {
        var problem = row.getString("problem_code");
        var appliedAt = row.getTimestamp("applied_at");
        var withdrawnAt = row.getTimestamp("withdrawn_at");
        var warnings = read(row.getString("warnings"), Warning[].class);
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getString("anchor"),
                row.getString("feed"),
                DeliveryState.valueOf(row.getString("state")),
                row.getTimestamp("received_at").toInstant(),
                row.getString("file_name"),
                row.getLong("bytes"),
                row.getString("sha256"),
                new ControlTotal(
                        row.getObject("expected_lines", Long.class),
                        row.getBigDecimal("expected_total"),
                        row.getString("period")),
                row.getInt("attempt"),
                read(row.getString("layout"), Layout.class),
                tally(row),
                warnings == null ? List.of() : List.of(warnings),
                problem == null
                        ? Optional.empty()
                        : Optional.of(new DeliveryProblem(problem, row.getString("problem_detail"))),
                appliedAt == null
                        ? Optional.empty()
                        : Optional.of(new Applied(
                                row.getLong("applied_lines"),
                                row.getBigDecimal("applied_total"),
                                row.getBoolean("applied_agrees"),
                                appliedAt.toInstant())),
                relation(row),
                row.getObject("superseded_by", UUID.class),
                withdrawnAt == null
                        ? Optional.empty()
                        : Optional.of(new Withdrawal(row.getString("withdrawal_reason"), withdrawnAt.toInstant())));
    }

    /** The delivery's months, or none if it was read before they were counted. */
    Months months(ResultSet row) throws SQLException {
        var months = read(row.getString("months"), Months.class);
        return months == null ? Months.NONE : months;
    }

    static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("accepted"),
                row.getLong("refused"),
                row.getLong("blank"),
                row.getLong("excluded"),
                row.getBigDecimal("net"),
                row.getBigDecimal("credits"),
                row.getLong("credit_lines"));
    }

    String written(Object value) {
        try {
            return KeepableText.json(json.writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<Relation> relation(ResultSet row) throws SQLException {
        var supersedes = Optional.ofNullable(row.getObject("supersedes", UUID.class));
        var supplements = Optional.ofNullable(row.getObject("supplements", UUID.class));
        return supersedes.map(Relation::supersedes).or(() -> supplements.map(Relation::supplements));
    }

    private <T> T read(String stored, Class<T> type) {
        try {
            return stored == null ? null : json.readValue(stored, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("what is stored of a delivery cannot be read", damaged);
        }
    }
}
