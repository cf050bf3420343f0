package anchorage.registry.identification;

import anchorage.contracts.MentionIdentified;
import anchorage.contracts.MentionSeen;
import anchorage.contracts.Topics;
import anchorage.outbox.Outbox;
import anchorage.registry.name.NameKey;
import anchorage.registry.supplier.Suppliers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** All mentions, and the decisions who they are. */
@ApplicationScoped
public class Identifications {

    private static final int PAGE = 1000;

    private final Jdbi database;
    private final Identifier identifier;
    private final Suppliers suppliers;
    private final Outbox outbox;
    private final Clock clock;

    Identifications(Jdbi database, Identifier identifier, Suppliers suppliers, Outbox outbox, Clock clock) {
        this.database = database;
        this.identifier = identifier;
        this.suppliers = suppliers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Takes note of mentions and decides who the new ones are. Seeing a mention again changes nothing. */
    public void see(List<MentionSeen> seen) {
        database.useTransaction(transaction -> {
            var fresh = keep(transaction, seen);
            decide(transaction, fresh);
        });
    }

    /**
     * Decides again who the mentions are that only their anchor knows, since a register may know them now.
     *
     * @return how many found a supplier
     */
    public int decideProvisionalAgain() {
        int decided = 0;
        var after = new UUID(0, 0);
        for (var page = provisional(after); !page.isEmpty(); page = provisional(after)) {
            var mentions = page;
            decided += database.inTransaction(transaction -> decide(transaction, mentions));
            after = page.get(page.size() - 1).id();
        }
        return decided;
    }

    /** Tells the other services again about suppliers that mentions are decided to be. */
    public void announceSuppliers(Collection<UUID> changed) {
        forEachPage(
                List.copyOf(changed),
                page -> database.useTransaction(transaction -> {
                    var identified = transaction
                            .createQuery("""
                            SELECT DISTINCT supplier FROM identification
                            WHERE supplier = ANY(:suppliers) AND retired_at IS NULL
                            """)
                            .bindArray("suppliers", UUID.class, page)
                            .mapTo(UUID.class)
                            .list();
                    suppliers.announce(transaction, identified);
                }));
    }

    /** Tells the other services again about every supplier of a register that a mention is decided to be. */
    public void announceAllSuppliers() {
        announceSuppliers(database.withHandle(handle -> handle.createQuery(
                        "SELECT DISTINCT supplier FROM identification WHERE state = 'DECIDED' AND retired_at IS NULL")
                .mapTo(UUID.class)
                .list()));
    }

    /** Decisions of one state in the order of their mentions, those after {@code after}. */
    public List<DecidedMention> inState(String state, UUID after, int limit) {
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT mention.id, mention.anchor, mention.supplier_code, mention.name, identification.supplier,
                            identification.method, identification.score, identification.state,
                            identification.explanation, identification.decided_at
                        FROM identification JOIN mention ON mention.id = identification.mention
                        WHERE identification.retired_at IS NULL AND identification.state = :state AND mention.id > :after
                        ORDER BY mention.id LIMIT :limit
                        """)
                .bind("state", state)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new DecidedMention(
                        row.getObject("id", UUID.class),
                        row.getString("anchor"),
                        row.getString("supplier_code"),
                        row.getString("name"),
                        row.getObject("supplier", UUID.class),
                        row.getString("method"),
                        row.getBigDecimal("score"),
                        row.getString("state"),
                        row.getString("explanation"),
                        row.getTimestamp("decided_at").toInstant()))
                .list());
    }

    private List<Mention> keep(Handle transaction, List<MentionSeen> seen) {
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

    /** Decides, keeps what is new, says it, and answers how many of the mentions found a supplier. */
    private int decide(Handle transaction, List<Mention> mentions) {
        if (mentions.isEmpty()) {
            return 0;
        }
        var before = current(transaction, mentions);
        var decisions = identifier.identify(transaction, mentions).stream()
                .filter(decision -> !decision.supplier()
                        .equals(before.get(decision.mention().id())))
                .toList();
        var provisional = new HashMap<Boolean, Map<UUID, String>>();
        for (var decision : decisions) {
            if (decision.isProvisional()) {
                provisional
                        .computeIfAbsent(decision.mention().isDemonstration(), any -> new HashMap<>())
                        .put(decision.supplier(), decision.mention().name());
            }
        }
        provisional.forEach((demonstration, names) -> suppliers.recordProvisional(transaction, names, demonstration));
        keepDecisions(transaction, decisions);
        Set<UUID> named = new HashSet<>();
        decisions.forEach(decision -> named.add(decision.supplier()));
        suppliers.announce(transaction, named);
        return (int)
                decisions.stream().filter(decision -> !decision.isProvisional()).count();
    }

    private void keepDecisions(Handle transaction, List<Identification> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var retire = transaction.prepareBatch(
                "UPDATE identification SET retired_at = :now WHERE mention = :mention AND retired_at IS NULL");
        var insert = transaction.prepareBatch("""
                INSERT INTO identification (mention, supplier, method, score, state, explanation, decided_at)
                VALUES (:mention, :supplier, :method, :score, :state, :explanation, :now)
                """);
        for (var decision : decisions) {
            retire.bind("now", now).bind("mention", decision.mention().id()).add();
            insert.bind("mention", decision.mention().id())
                    .bind("supplier", decision.supplier())
                    .bind("method", decision.method().code())
                    .bind("score", decision.score())
                    .bind("state", decision.state())
                    .bind("explanation", decision.explanation())
                    .bind("now", now)
                    .add();
        }
        retire.execute();
        insert.execute();
        var facts = decisions.stream()
                .map(decision -> new MentionIdentified(
                        decision.mention().id(),
                        decision.supplier(),
                        decision.method().code(),
                        decision.score(),
                        decision.state(),
                        decision.explanation(),
                        now))
                .toList();
        outbox.sayAll(transaction, Topics.IDENTIFICATIONS, facts, fact -> fact.mention()
                .toString());
    }

    private static Map<UUID, UUID> current(Handle transaction, List<Mention> mentions) {
        var current = new HashMap<UUID, UUID>();
        transaction
                .createQuery(
                        "SELECT mention, supplier FROM identification WHERE mention = ANY(:ids) AND retired_at IS NULL")
                .bindArray("ids", UUID.class, mentions.stream().map(Mention::id).toList())
                .map((row, context) ->
                        Map.entry(row.getObject("mention", UUID.class), row.getObject("supplier", UUID.class)))
                .forEach(entry -> current.put(entry.getKey(), entry.getValue()));
        return current;
    }

    private List<Mention> provisional(UUID after) {
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT mention.* FROM mention
                        JOIN identification ON identification.mention = mention.id
                            AND identification.retired_at IS NULL AND identification.state = 'PROVISIONAL'
                        WHERE mention.id > :after ORDER BY mention.id LIMIT :limit
                        """)
                .bind("after", after)
                .bind("limit", PAGE)
                .map((row, context) -> mention(row))
                .list());
    }

    private static void forEachPage(List<UUID> ids, java.util.function.Consumer<List<UUID>> use) {
        for (int from = 0; from < ids.size(); from += PAGE) {
            use.accept(ids.subList(from, Math.min(from + PAGE, ids.size())));
        }
    }

    private static Mention mention(ResultSet row) throws SQLException {
        return new Mention(
                row.getObject("id", UUID.class),
                row.getString("anchor"),
                row.getString("name"),
                row.getString("name_key"),
                List.of((String[]) row.getArray("identifiers").getArray()),
                row.getBoolean("person"));
    }
}
