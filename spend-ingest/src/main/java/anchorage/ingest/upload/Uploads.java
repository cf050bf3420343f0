package anchorage.ingest.upload;

import anchorage.ingest.KeepableText;
import anchorage.ingest.delivery.Push;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * All uploads. Whoever appends to one holds it by a token; a newer token makes what the older still writes void, so two
 * requests can never mix their bytes, in one process or several.
 */
@ApplicationScoped
class Uploads {

    private final Jdbi database;
    private final ObjectMapper json;
    private final UploadLimits limits;
    private final Clock clock;

    Uploads(Jdbi database, ObjectMapper json, UploadLimits limits, Clock clock) {
        this.database = database;
        this.json = json;
        this.limits = limits;
        this.clock = clock;
    }

    /** Bytes of one append that are recorded, in the file that its token names. */
    record Stored(long start, UUID token, long size) {}

    Upload of(UUID id) {
        return database.withHandle(handle -> handle.createQuery("SELECT * FROM upload WHERE id = :id")
                        .bind("id", id)
                        .map((row, context) -> upload(row))
                        .findOne())
                .orElseThrow(() -> new UnknownUpload(id));
    }

    Upload begin(Push push, Optional<Long> length) {
        return database.withHandle(handle -> handle.createQuery("""
                        INSERT INTO upload (id, anchor, feed, push, length, created_at, expires_at)
                        VALUES (:id, :anchor, :feed, CAST(:push AS jsonb), :length, :now, :expiresAt) RETURNING *
                        """)
                .bind("id", UUID.randomUUID())
                .bind("anchor", push.anchor())
                .bind("feed", push.feed())
                .bind("push", written(push))
                .bind("length", length.orElse(null))
                .bind("now", clock.instant())
                .bind("expiresAt", expiry())
                .map((row, context) -> upload(row))
                .one());
    }

    /** Gives the upload to the holder of the token and takes it from whoever had it; answers how it stands. */
    Upload takeOver(UUID id, UUID token) {
        return database.withHandle(
                        handle -> handle.createQuery("UPDATE upload SET holder = :token WHERE id = :id RETURNING *")
                                .bind("token", token)
                                .bind("id", id)
                                .map((row, context) -> upload(row))
                                .findOne())
                .orElseThrow(() -> new UnknownUpload(id));
    }

    void keepLength(UUID id, long length) {
        database.useHandle(handle -> handle.execute("UPDATE upload SET length = ? WHERE id = ?", length, id));
    }

    /** Records durable bytes as received; false if the token holds the upload no more. */
    boolean record(UUID id, Stored stored) {
        return database.inTransaction(transaction -> {
            int held = transaction
                    .createUpdate("""
                            UPDATE upload SET received = :received, expires_at = :expiresAt
                            WHERE id = :id AND holder = :token
                            """)
                    .bind("received", stored.start + stored.size)
                    .bind("expiresAt", expiry())
                    .bind("id", id)
                    .bind("token", stored.token)
                    .execute();
            if (held == 0) {
                return false;
            }
            transaction.execute("""
                    INSERT INTO upload_part (upload, start, token, size) VALUES (?, ?, ?, ?)
                    ON CONFLICT (upload, start) DO UPDATE SET size = excluded.size
                    """, id, stored.start, stored.token, stored.size);
            return true;
        });
    }

    /** What has been recorded, from the first byte to the last. */
    List<Stored> parts(UUID id) {
        return database.withHandle(handle -> handle.createQuery(
                        "SELECT start, token, size FROM upload_part WHERE upload = :id ORDER BY start")
                .bind("id", id)
                .map((row, context) ->
                        new Stored(row.getLong("start"), row.getObject("token", UUID.class), row.getLong("size")))
                .list());
    }

    void complete(UUID id, UUID delivery) {
        database.useTransaction(transaction -> {
            transaction.execute("UPDATE upload SET delivery = ?, expires_at = ? WHERE id = ?", delivery, expiry(), id);
            transaction.execute("DELETE FROM upload_part WHERE upload = ?", id);
        });
    }

    void forget(UUID id) {
        database.useHandle(handle -> handle.execute("DELETE FROM upload WHERE id = ?", id));
    }

    boolean exists(UUID id) {
        return database.withHandle(handle -> handle.createQuery("SELECT count(*) FROM upload WHERE id = :id")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    List<UUID> expired(Instant now) {
        return database.withHandle(handle -> handle.createQuery("SELECT id FROM upload WHERE expires_at < :now")
                .bind("now", now)
                .mapTo(UUID.class)
                .list());
    }

    private Instant expiry() {
        return clock.instant().plus(limits.age());
    }

    private Upload upload(ResultSet row) throws SQLException {
        return new Upload(
                row.getObject("id", UUID.class),
                read(row.getString("push")),
                Optional.ofNullable(row.getObject("length", Long.class)),
                row.getLong("received"),
                row.getTimestamp("expires_at").toInstant(),
                Optional.ofNullable(row.getObject("delivery", UUID.class)));
    }

    private String written(Push push) {
        try {
            return KeepableText.json(json.writeValueAsString(push));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Push read(String push) {
        try {
            return json.readValue(push, Push.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("what is stored of an upload cannot be read", damaged);
        }
    }
}
