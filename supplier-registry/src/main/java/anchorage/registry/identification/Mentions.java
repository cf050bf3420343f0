package anchorage.registry.identification;

import anchorage.contracts.MentionSeen;
import anchorage.registry.name.NameKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** All mentions that were ever seen. */
@ApplicationScoped
class Mentions {

    private final Clock clock;

    Mentions(Clock clock) {
        this.clock = clock;
    }

    /** Takes note of mentions, and answers those of them about which nothing is decided yet. */
    List<Mention> keep(Handle transaction, List<MentionSeen> seen) {
        var insert = transaction.prepareBatch("""
                INSERT INTO mention (id, anchor, supplier_code, name, name_key, identifiers, postcode, person, seen_at)
                VALUES (:id, :anchor, :supplierCode, :name, :nameKey, :identifiers, :postcode, :person, :now)
                ON CONFLICT (id) DO NOTHING
                """);
        for (var mention : seen) {
            insert.bind("id", mention.mention())
                    .bind("anchor", mention.anchor())
                    .bind("supplierCode", mention.supplierCode())
                    .bind("name", mention.name())
                    .bind("nameKey", NameKey.of(mention.name()))
                    .bindArray("identifiers", String.class, mention.identifiers())
                    .bind("postcode", mention.postcode())
                    .bind("person", mention.person())
                    .bind("now", clock.instant())
                    .add();
        }
        insert.execute();
        return transaction
                .createQuery("""
                        SELECT * FROM mention WHERE id = ANY(:ids) AND NOT EXISTS (
                            SELECT 1 FROM identification
                            WHERE identification.mention = mention.id AND identification.retired_at IS NULL)
                        ORDER BY id
                        """)
                .bindArray(
                        "ids",
                        UUID.class,
                        seen.stream().map(MentionSeen::mention).toList())
                .map((row, context) -> mention(row))
                .list();
    }

    /** The mention of that id, if it was seen. */
    Optional<Mention> find(Handle handle, UUID id) {
        return handle.createQuery("SELECT * FROM mention WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> mention(row))
                .findOne();
    }

    /** All mentions whose names compare the same as this one's, itself included; of a likely person only itself. */
    List<Mention> ofTheSameName(Handle handle, Mention mention) {
        if (mention.nameKey().isEmpty() || mention.person()) {
            return List.of(mention);
        }
        return handle.createQuery("SELECT * FROM mention WHERE name_key = :key OR id = :id ORDER BY id")
                .bind("key", mention.nameKey())
                .bind("id", mention.id())
                .map((row, context) -> mention(row))
                .list();
    }

    /** Mentions that no supplier of a register was found for, those after one of them in the order of their ids. */
    List<Mention> unidentified(Handle handle, UUID after, int limit) {
        return handle.createQuery("""
                        SELECT mention.* FROM mention
                        JOIN identification ON identification.mention = mention.id
                            AND identification.retired_at IS NULL AND identification.state <> 'DECIDED'
                        WHERE mention.id > :after ORDER BY mention.id LIMIT :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> mention(row))
                .list();
    }

    /** Mentions that were decided to be one of these suppliers. */
    List<Mention> decidedToBe(Handle handle, Collection<UUID> suppliers) {
        return handle.createQuery("""
                        SELECT mention.* FROM mention
                        JOIN identification ON identification.mention = mention.id AND identification.retired_at IS NULL
                        WHERE identification.supplier = ANY(:suppliers) ORDER BY mention.id
                        """)
                .bindArray("suppliers", UUID.class, List.copyOf(suppliers))
                .map((row, context) -> mention(row))
                .list();
    }

    private static Mention mention(ResultSet row) throws SQLException {
        return new Mention(
                row.getObject("id", UUID.class),
                row.getString("anchor"),
                row.getString("supplier_code"),
                row.getString("name"),
                row.getString("name_key"),
                List.of((String[]) row.getArray("identifiers").getArray()),
                row.getString("postcode"),
                row.getBoolean("person"));
    }
}
