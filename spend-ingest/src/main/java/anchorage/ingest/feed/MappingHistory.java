package anchorage.ingest.feed;

import anchorage.ingest.reading.ColumnMapping;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Every mapping that a feed has had. */
@ApplicationScoped
public class MappingHistory {

    private final Jdbi database;
    private final ObjectMapper json;
    private final Clock clock;

    MappingHistory(Jdbi database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A mapping that a feed had from one moment on.
     *
     * @param by the client that gave it; null where a delivery's header proposed it, or where it was not noted yet
     * @param delivery whose header proposed it; null where a client gave it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MappingVersion(
            int version,
            Instant since,

            @Schema(description = "The client that gave it; absent where a delivery's header proposed it")
            String by,

            @Schema(description = "The delivery whose header proposed it")
            UUID delivery,

            ColumnMapping mapping) {}

    /** The feed's mappings before one of them, the latest first, at most so many. */
    public List<MappingVersion> before(String anchor, String feed, long version, int most) {
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM feed_mapping WHERE anchor = :anchor AND feed = :feed AND version < :version
                        ORDER BY version DESC LIMIT :most
                        """)
                .bind("anchor", anchor)
                .bind("feed", feed)
                .bind("version", version)
                .bind("most", most)
                .map((row, context) -> new MappingVersion(
                        row.getInt("version"),
                        row.getTimestamp("since").toInstant(),
                        row.getString("given_by"),
                        row.getObject("delivery", UUID.class),
                        read(row.getString("mapping"))))
                .list());
    }

    /** Notes the mapping that the feed has now, unless it is noted already. */
    void note(Handle transaction, String anchor, String feed, String by, UUID delivery) {
        transaction
                .createUpdate("""
                        INSERT INTO feed_mapping (anchor, feed, version, mapping, since, given_by, delivery)
                        SELECT anchor, id, mapping_version, mapping, :now, :by, CAST(:delivery AS uuid)
                        FROM feed WHERE anchor = :anchor AND id = :feed AND mapping IS NOT NULL
                        ON CONFLICT (anchor, feed, version) DO NOTHING
                        """)
                .bind("now", clock.instant())
                .bind("by", by)
                .bind("delivery", delivery)
                .bind("anchor", anchor)
                .bind("feed", feed)
                .execute();
    }

    private ColumnMapping read(String mapping) {
        try {
            return json.readValue(mapping, ColumnMapping.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a stored mapping cannot be read", damaged);
        }
    }
}
