package anchorage.ingest.feed;

import anchorage.ingest.KeepableText;
import anchorage.ingest.feed.Feed.Cadence;
import anchorage.ingest.feed.Feed.VatBasis;
import anchorage.ingest.reading.ColumnMapping;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** All feeds. */
@ApplicationScoped
public class Feeds {

    private final Jdbi database;
    private final ObjectMapper json;
    private final MappingHistory mappings;
    private final Clock clock;

    Feeds(Jdbi database, ObjectMapper json, MappingHistory mappings, Clock clock) {
        this.database = database;
        this.json = json;
        this.mappings = mappings;
        this.clock = clock;
    }

    /** The anchor's feed of that id. */
    public Feed of(String anchor, String feed) {
        return find(anchor, feed).orElseThrow(() -> new UnknownFeed(anchor, feed));
    }

    /** The anchor's feed of that name, if there is one. */
    public Optional<Feed> find(String anchor, String feed) {
        return database.withHandle(
                handle -> handle.createQuery("SELECT * FROM feed WHERE anchor = :anchor AND id = :id")
                        .bind("anchor", anchor)
                        .bind("id", feed)
                        .map((row, context) -> feed(row))
                        .findOne());
    }

    /** All of the anchor's feeds, in the order of their ids. */
    public List<Feed> of(String anchor) {
        return after(anchor, Optional.empty(), Integer.MAX_VALUE);
    }

    /** The anchor's feeds in the order of their ids, at most so many, those behind one of them. */
    public List<Feed> after(String anchor, Optional<String> after, int most) {
        return database.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM feed WHERE anchor = :anchor AND id > :after ORDER BY id LIMIT :most")
                .bind("anchor", anchor)
                .bind("after", after.orElse(""))
                .bind("most", most)
                .map((row, context) -> feed(row))
                .list());
    }

    /**
     * Creates the feed or makes it what is said; without a mapping it keeps the one it has.
     *
     * @param by the client that says so
     */
    public Feed put(Feed feed, String by) {
        if (feed.mapping() != null) {
            feed.mapping().missing().ifPresent(missing -> {
                throw new IncompleteMapping(missing);
            });
        }
        database.useTransaction(transaction -> {
            transaction
                    .createUpdate("""
                        INSERT INTO feed
                            (anchor, id, title, vat_basis, threshold, cadence, mapping, mapping_version, updated_at)
                        VALUES (:anchor, :id, :title, :vatBasis, :threshold, :cadence, CAST(:mapping AS jsonb),
                            CASE WHEN CAST(:mapping AS text) IS NULL THEN 0 ELSE 1 END, :now)
                        ON CONFLICT (anchor, id) DO UPDATE SET title = excluded.title,
                            vat_basis = excluded.vat_basis, threshold = excluded.threshold, cadence = excluded.cadence,
                            mapping = coalesce(excluded.mapping, feed.mapping),
                            mapping_version = feed.mapping_version
                                + CASE WHEN excluded.mapping IS NULL OR excluded.mapping = feed.mapping THEN 0 ELSE 1 END,
                            updated_at = excluded.updated_at
                        """)
                    .bind("anchor", feed.anchor())
                    .bind("id", feed.id())
                    .bind("title", KeepableText.of(feed.title()))
                    .bind("vatBasis", feed.vatBasis().name())
                    .bind("threshold", feed.threshold())
                    .bind("cadence", feed.cadence().name())
                    .bind("mapping", feed.mapping() == null ? null : written(feed.mapping()))
                    .bind("now", clock.instant())
                    .execute();
            mappings.note(transaction, feed.anchor(), feed.id(), by, null);
        });
        return of(feed.anchor(), feed.id());
    }

    /** Keeps a mapping that a delivery's header proposed, unless the feed has got one meanwhile. */
    public void keepProposed(Feed feed, ColumnMapping mapping, UUID delivery) {
        database.useTransaction(transaction -> {
            transaction
                    .createUpdate("""
                        UPDATE feed SET mapping = CAST(:mapping AS jsonb), mapping_version = mapping_version + 1, updated_at = :now
                        WHERE anchor = :anchor AND id = :id AND mapping IS NULL
                        """)
                    .bind("mapping", written(mapping))
                    .bind("now", clock.instant())
                    .bind("anchor", feed.anchor())
                    .bind("id", feed.id())
                    .execute();
            mappings.note(transaction, feed.anchor(), feed.id(), null, delivery);
        });
    }

    private Feed feed(ResultSet row) throws SQLException {
        var mapping = row.getString("mapping");
        return new Feed(
                row.getString("anchor"),
                row.getString("id"),
                row.getString("title"),
                VatBasis.valueOf(row.getString("vat_basis")),
                row.getBigDecimal("threshold"),
                Cadence.valueOf(row.getString("cadence")),
                mapping == null ? null : read(mapping),
                row.getInt("mapping_version"));
    }

    private String written(ColumnMapping mapping) {
        try {
            return KeepableText.json(json.writeValueAsString(mapping));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ColumnMapping read(String mapping) {
        try {
            return json.readValue(mapping, ColumnMapping.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a stored mapping cannot be read", damaged);
        }
    }
}
