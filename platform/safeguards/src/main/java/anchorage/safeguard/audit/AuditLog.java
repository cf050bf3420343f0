package anchorage.safeguard.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The service's audit log. It can be added to and read; the database refuses anything else. */
@ApplicationScoped
public class AuditLog {

    private final Jdbi database;

    AuditLog(Jdbi database) {
        this.database = database;
    }

    /** Which deeds are wanted. */
    record Wanted(Optional<String> client, Optional<String> anchor, Optional<Instant> from, Optional<Instant> to) {}

    /** Writes a deed down; its id is not used, since the log gives it one. */
    void write(Deed deed) {
        database.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO audit (at, client, person, roles, anchor, about, operation, method, target, status,
                            trace_id)
                        VALUES (:at, :client, :person, :roles, :anchor, :about, :operation, :method, :target, :status,
                            :traceId)
                        """)
                .bind("at", deed.at())
                .bind("client", deed.client())
                .bind("person", deed.person())
                .bindArray("roles", String.class, deed.roles())
                .bind("anchor", deed.anchor())
                .bindArray("about", String.class, deed.about())
                .bind("operation", deed.operation())
                .bind("method", deed.method())
                .bind("target", deed.target())
                .bind("status", deed.status())
                .bind("traceId", deed.traceId())
                .execute());
    }

    /** Deeds before one of them, the latest first, at most so many. */
    List<Deed> read(Wanted wanted, long before, int most) {
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM audit
                        WHERE id < :before AND (CAST(:client AS text) IS NULL OR client = :client)
                            AND (CAST(:anchor AS text) IS NULL OR about @> ARRAY[CAST(:anchor AS text)])
                            AND (CAST(:from AS timestamptz) IS NULL OR at >= :from)
                            AND (CAST(:to AS timestamptz) IS NULL OR at < :to)
                        ORDER BY id DESC LIMIT :most
                        """)
                .bind("before", before)
                .bind("client", wanted.client.orElse(null))
                .bind("anchor", wanted.anchor.orElse(null))
                .bind("from", wanted.from.orElse(null))
                .bind("to", wanted.to.orElse(null))
                .bind("most", most)
                .map((row, context) -> deed(row))
                .list());
    }

    private static Deed deed(ResultSet row) throws SQLException {
        return new Deed(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("client"),
                row.getString("person"),
                texts(row, "roles"),
                row.getString("anchor"),
                texts(row, "about"),
                row.getString("operation"),
                row.getString("method"),
                row.getString("target"),
                row.getInt("status"),
                row.getString("trace_id"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
