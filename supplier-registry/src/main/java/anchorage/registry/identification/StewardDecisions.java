package anchorage.registry.identification;

import anchorage.registry.name.NameParts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What stewards decided of names, for every anchor that writes them, until it is undone. */
@ApplicationScoped
public class StewardDecisions {

    private final Clock clock;

    StewardDecisions(Clock clock) {
        this.clock = clock;
    }

    /** What a steward can decide. */
    public enum Kind {
        /** It is this supplier. */
        SUPPLIER,
        /** It is a supplier that no register has; the steward had it made. */
        NEW_SUPPLIER,
        /** It is never this supplier. */
        NEVER_MERGE
    }

    /**
     * A decision, undone or not.
     *
     * @param mention the one the steward looked at
     * @param undoneAt when it was undone, or null
     */
    public record StewardDecision(
            UUID id,
            UUID mention,
            Kind kind,
            UUID supplier,
            String reason,
            String decidedBy,
            Instant decidedAt,
            String undoneBy,
            Instant undoneAt) {}

    /** Keeps a decision. One that names a supplier takes the place of the mention's earlier one. */
    void keep(Handle transaction, UUID mention, Kind kind, UUID supplier, String reason, String by) {
        var now = clock.instant();
        if (kind != Kind.NEVER_MERGE) {
            transaction
                    .createUpdate("""
                            UPDATE steward_decision SET undone_at = :now, undone_by = :by
                            WHERE mention = :mention AND kind <> 'NEVER_MERGE' AND undone_at IS NULL
                            """)
                    .bind("now", now)
                    .bind("by", by)
                    .bind("mention", mention)
                    .execute();
        }
        transaction
                .createUpdate("""
                        INSERT INTO steward_decision (id, mention, kind, supplier, reason, decided_by, decided_at)
                        VALUES (:id, :mention, :kind, :supplier, :reason, :by, :now)
                        """)
                .bind("id", UUID.randomUUID())
                .bind("mention", mention)
                .bind("kind", kind.name())
                .bind("supplier", supplier)
                .bind("reason", reason)
                .bind("by", by)
                .bind("now", now)
                .execute();
    }

    /**
     * Undoes the latest decision about a mention that stands.
     *
     * @return whether there was one
     */
    boolean undoLatest(Handle transaction, UUID mention, String by) {
        return transaction
                        .createUpdate("""
                                UPDATE steward_decision SET undone_at = :now, undone_by = :by WHERE id = (
                                    SELECT id FROM steward_decision WHERE mention = :mention AND undone_at IS NULL
                                    ORDER BY decided_at DESC LIMIT 1)
                                """)
                        .bind("now", clock.instant())
                        .bind("by", by)
                        .bind("mention", mention)
                        .execute()
                > 0;
    }

    /** All decisions about a mention, the latest first. */
    public List<StewardDecision> of(Handle handle, UUID mention) {
        return handle.createQuery("SELECT * FROM steward_decision WHERE mention = :mention ORDER BY decided_at DESC")
                .bind("mention", mention)
                .map((row, context) -> new StewardDecision(
                        row.getObject("id", UUID.class),
                        row.getObject("mention", UUID.class),
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("supplier", UUID.class),
                        row.getString("reason"),
                        row.getString("decided_by"),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getString("undone_by"),
                        row.getTimestamp("undone_at") == null
                                ? null
                                : row.getTimestamp("undone_at").toInstant()))
                .list();
    }

    /** What stands about these mentions: what was said of them, or of the same name that another anchor writes. */
    Said about(Handle handle, List<Mention> mentions) {
        var said = new Said();
        handle.createQuery("""
                        WITH decided AS (
                            SELECT decision.kind, decision.supplier, decision.reason, decision.decided_by,
                                decision.decided_at, mention.id AS mention, mention.name, mention.person,
                                mention.anchor LIKE 'demo-%' AS demonstration
                            FROM steward_decision decision JOIN mention ON mention.id = decision.mention
                            WHERE decision.undone_at IS NULL
                                AND (mention.id = ANY(:ids) OR mention.name_key = ANY(:keys)))
                        SELECT * FROM decided ORDER BY decided_at
                        """)
                .bindArray("ids", UUID.class, mentions.stream().map(Mention::id).toList())
                .bindArray(
                        "keys",
                        String.class,
                        mentions.stream()
                                .map(Mention::nameKey)
                                .filter(key -> !key.isEmpty())
                                .distinct()
                                .toList())
                .map((row, context) -> {
                    said.add(
                            row.getObject("mention", UUID.class),
                            row.getBoolean("person")
                                    ? ""
                                    : sameName(row.getString("name"), row.getBoolean("demonstration")),
                            Kind.valueOf(row.getString("kind")),
                            new Answer(
                                    row.getObject("supplier", UUID.class),
                                    row.getString("reason"),
                                    row.getString("decided_by")));
                    return true;
                })
                .list();
        return said;
    }

    /** What a name is known by to other anchors: its key and its legal form. */
    private static String sameName(String name, boolean demonstration) {
        var parts = NameParts.of(name);
        return parts.key() + "/" + parts.legalForm() + "/" + demonstration;
    }

    /** A supplier that a steward named, and why. */
    record Answer(UUID supplier, String reason, String decidedBy) {}

    /** What stewards said of some mentions. */
    static final class Said {

        private final Map<UUID, Answer> byMention = new HashMap<>();
        private final Map<String, Answer> byName = new HashMap<>();
        private final Map<String, Set<UUID>> never = new HashMap<>();

        private void add(UUID mention, String name, Kind kind, Answer answer) {
            if (kind == Kind.NEVER_MERGE) {
                never.computeIfAbsent(mention.toString(), any -> new HashSet<>())
                        .add(answer.supplier());
                never.computeIfAbsent(name, any -> new HashSet<>()).add(answer.supplier());
                return;
            }
            byMention.put(mention, answer);
            if (!name.isEmpty()) {
                byName.put(name, answer);
            }
        }

        /** What was said of the mention itself, else of its name, the latest. */
        Optional<Answer> of(Mention mention) {
            return Optional.ofNullable(byMention.get(mention.id()))
                    .or(() -> mention.person() ? Optional.empty() : Optional.ofNullable(byName.get(name(mention))));
        }

        /** The suppliers that a steward said it never is. */
        Set<UUID> neverOf(Mention mention) {
            var all = new HashSet<UUID>(never.getOrDefault(mention.id().toString(), Set.of()));
            if (!mention.person()) {
                all.addAll(never.getOrDefault(name(mention), Set.of()));
            }
            return all;
        }

        private static String name(Mention mention) {
            return sameName(mention.name(), mention.isDemonstration());
        }
    }
}
