package anchorage.registry.supplier;

import anchorage.contracts.SupplierDescribed;
import anchorage.contracts.Topics;
import anchorage.outbox.Outbox;
import anchorage.registry.name.NameKey;
import anchorage.registry.supplier.Supplier.RecordedFact;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** All suppliers and what is known of them. */
@ApplicationScoped
public class Suppliers {

    private final Jdbi database;
    private final Outbox outbox;
    private final Clock clock;

    Suppliers(Jdbi database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The supplier of that id, if there is one, with what is known of it now. */
    public Optional<Supplier> find(UUID id) {
        return database.withHandle(
                handle -> described(handle, List.of(id)).stream().findFirst());
    }

    /**
     * Suppliers of registers whose name begins like this or who have this identifier, by name.
     *
     * @param name or null
     * @param identifier as {@code scheme:value}, or null
     */
    public List<Supplier> matching(String name, String identifier, int limit) {
        return database.withHandle(handle -> {
            var ids = handle.createQuery("""
                            SELECT fact.supplier FROM supplier_fact fact
                            JOIN supplier ON supplier.id = fact.supplier AND NOT supplier.provisional
                            WHERE fact.retired_at IS NULL
                                AND (CAST(:identifier AS text) IS NULL OR fact.kind = 'IDENTIFIER' AND fact.key = :identifier)
                                AND (CAST(:name AS text) IS NULL OR fact.kind = 'NAME' AND fact.key LIKE :name)
                            GROUP BY fact.supplier ORDER BY min(fact.key), fact.supplier LIMIT :limit
                            """)
                    .bind("identifier", identifier)
                    .bind("name", name == null ? null : NameKey.of(name).replace("%", "") + "%")
                    .bind("limit", limit)
                    .mapTo(UUID.class)
                    .list();
            var found = new HashMap<UUID, Supplier>();
            described(handle, ids).forEach(supplier -> found.put(supplier.id(), supplier));
            return ids.stream().map(found::get).toList();
        });
    }

    /**
     * Suppliers, never provisional ones, by keys of one kind of fact.
     *
     * @param demonstration whether suppliers of the demonstration region are meant, or all others
     * @return for each key that is known, all suppliers that have it
     */
    public Map<String, Set<UUID>> having(
            Handle handle, SupplierFact.Kind kind, Collection<String> keys, boolean demonstration) {
        var found = new HashMap<String, Set<UUID>>();
        handle.createQuery("""
                        SELECT fact.key, fact.supplier FROM supplier_fact fact
                        JOIN supplier ON supplier.id = fact.supplier
                            AND NOT supplier.provisional AND supplier.demonstration = :demonstration
                        WHERE fact.kind = :kind AND fact.key = ANY(:keys) AND fact.retired_at IS NULL
                        """)
                .bind("demonstration", demonstration)
                .bind("kind", kind.name())
                .bindArray("keys", String.class, List.copyOf(keys))
                .map((row, context) -> Map.entry(row.getString("key"), row.getObject("supplier", UUID.class)))
                .forEach(entry -> found.computeIfAbsent(entry.getKey(), any -> new HashSet<>())
                        .add(entry.getValue()));
        return found;
    }

    /**
     * Makes what a source says of suppliers true in the registry: new facts are recorded, facts the source no longer
     * states are retired, and facts of other sources stay. Saying the same again changes nothing.
     *
     * @return the suppliers of which something changed
     */
    public Set<UUID> record(
            Handle transaction, List<RegisteredSupplier> records, String source, boolean demonstration) {
        var said = new LinkedHashMap<UUID, Set<SupplierFact>>();
        for (var register : records) {
            said.computeIfAbsent(register.id(), any -> new HashSet<>()).addAll(register.facts());
        }
        create(transaction, said.keySet(), false, demonstration);
        var changed = new HashSet<UUID>();
        var known = current(transaction, said.keySet(), source);
        var retire = transaction.prepareBatch("UPDATE supplier_fact SET retired_at = :now WHERE id = :id");
        var insert = transaction.prepareBatch("""
                INSERT INTO supplier_fact
                    (supplier, kind, key, value, role, valid_from, valid_until, recorded_at, source)
                VALUES (:supplier, :kind, :key, :value, :role, :validFrom, :validUntil, :now, :source)
                """);
        var now = clock.instant();
        said.forEach((supplier, facts) -> {
            var before = known.getOrDefault(supplier, Map.of());
            before.forEach((fact, id) -> {
                if (!facts.contains(fact)) {
                    retire.bind("now", now).bind("id", id).add();
                    changed.add(supplier);
                }
            });
            for (var fact : facts) {
                if (!before.containsKey(fact)) {
                    insert.bind("supplier", supplier)
                            .bind("kind", fact.kind().name())
                            .bind("key", fact.key())
                            .bind("value", fact.value())
                            .bind("role", fact.role())
                            .bind("validFrom", fact.validFrom())
                            .bind("validUntil", fact.validUntil())
                            .bind("now", now)
                            .bind("source", source)
                            .add();
                    changed.add(supplier);
                }
            }
        });
        if (retire.size() > 0) {
            retire.execute();
        }
        if (insert.size() > 0) {
            insert.execute();
        }
        return changed;
    }

    /** Makes suppliers that are known only from an anchor's own writing, with the names it wrote. */
    public void recordProvisional(Handle transaction, Map<UUID, String> names, boolean demonstration) {
        create(transaction, names.keySet(), true, demonstration);
        var insert = transaction.prepareBatch("""
                INSERT INTO supplier_fact (supplier, kind, key, value, role, recorded_at, source)
                SELECT :supplier, 'NAME', :key, :name, 'CURRENT', CAST(:now AS timestamptz), 'mention'
                WHERE NOT EXISTS (SELECT 1 FROM supplier_fact WHERE supplier = :supplier)
                """);
        names.forEach((supplier, name) -> insert.bind("supplier", supplier)
                .bind("key", NameKey.of(name))
                .bind("name", name)
                .bind("now", clock.instant())
                .add());
        if (insert.size() > 0) {
            insert.execute();
        }
    }

    /** Tells the other services what is known of these suppliers now. */
    public void announce(Handle transaction, Collection<UUID> ids) {
        var facts = described(transaction, ids).stream().map(this::announcement).toList();
        outbox.sayAll(
                transaction, Topics.SUPPLIERS, facts, fact -> fact.supplier().toString());
    }

    private SupplierDescribed announcement(Supplier supplier) {
        return new SupplierDescribed(
                supplier.id(),
                supplier.name(),
                supplier.provisional(),
                supplier.facts(SupplierFact.Kind.IDENTIFIER).stream()
                        .map(recorded -> recorded.fact().key())
                        .toList(),
                supplier.facts(SupplierFact.Kind.PREMISES).stream()
                        .map(recorded -> new SupplierDescribed.Premises(
                                recorded.fact().role(),
                                recorded.fact().key(),
                                recorded.district(),
                                recorded.fact().validFrom(),
                                recorded.fact().validUntil()))
                        .toList(),
                supplier.facts(SupplierFact.Kind.OWNERSHIP).stream()
                        .map(recorded -> new SupplierDescribed.Ownership(
                                recorded.fact().key(),
                                recorded.fact().validFrom(),
                                recorded.fact().validUntil()))
                        .toList(),
                clock.instant());
    }

    private void create(Handle transaction, Collection<UUID> ids, boolean provisional, boolean demonstration) {
        var insert = transaction.prepareBatch("""
                INSERT INTO supplier (id, provisional, demonstration, created_at)
                VALUES (:id, :provisional, :demonstration, :now) ON CONFLICT (id) DO NOTHING
                """);
        for (var id : ids) {
            insert.bind("id", id)
                    .bind("provisional", provisional)
                    .bind("demonstration", demonstration)
                    .bind("now", clock.instant())
                    .add();
        }
        if (insert.size() > 0) {
            insert.execute();
        }
    }

    private static Map<UUID, Map<SupplierFact, Long>> current(
            Handle handle, Collection<UUID> suppliers, String source) {
        var known = new HashMap<UUID, Map<SupplierFact, Long>>();
        handle.createQuery("""
                        SELECT * FROM supplier_fact
                        WHERE supplier = ANY(:suppliers) AND source = :source AND retired_at IS NULL
                        """)
                .bindArray("suppliers", UUID.class, List.copyOf(suppliers))
                .bind("source", source)
                .map((row, context) -> {
                    known.computeIfAbsent(row.getObject("supplier", UUID.class), any -> new HashMap<>())
                            .put(fact(row), row.getLong("id"));
                    return true;
                })
                .list();
        return known;
    }

    private static List<Supplier> described(Handle handle, Collection<UUID> ids) {
        var provisional = new LinkedHashMap<UUID, Boolean>();
        var facts = new HashMap<UUID, List<RecordedFact>>();
        handle.createQuery("""
                        SELECT supplier.id AS supplier_id, supplier.provisional, fact.*, postcode.district
                        FROM supplier
                        LEFT JOIN supplier_fact fact ON fact.supplier = supplier.id AND fact.retired_at IS NULL
                        LEFT JOIN postcode ON fact.kind = 'PREMISES' AND postcode.postcode = fact.key
                        WHERE supplier.id = ANY(:ids) ORDER BY fact.role, fact.id
                        """)
                .bindArray("ids", UUID.class, List.copyOf(ids))
                .map((row, context) -> {
                    var id = row.getObject("supplier_id", UUID.class);
                    provisional.put(id, row.getBoolean("provisional"));
                    var known = facts.computeIfAbsent(id, any -> new ArrayList<>());
                    if (row.getString("kind") != null) {
                        known.add(new RecordedFact(
                                fact(row),
                                row.getString("district"),
                                row.getTimestamp("recorded_at").toInstant(),
                                row.getString("source")));
                    }
                    return true;
                })
                .list();
        return provisional.entrySet().stream()
                .map(entry -> new Supplier(entry.getKey(), entry.getValue(), facts.get(entry.getKey())))
                .toList();
    }

    private static SupplierFact fact(ResultSet row) throws SQLException {
        return new SupplierFact(
                SupplierFact.Kind.valueOf(row.getString("kind")),
                row.getString("key"),
                row.getString("value"),
                row.getString("role"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }
}
