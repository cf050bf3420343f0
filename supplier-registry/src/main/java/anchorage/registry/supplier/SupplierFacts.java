package anchorage.registry.supplier;

import anchorage.registry.name.NameKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Records what sources state of suppliers. What a source no longer states is retired or ended, never deleted. */
@ApplicationScoped
public class SupplierFacts {

    private final Clock clock;

    SupplierFacts(Clock clock) {
        this.clock = clock;
    }

    /**
     * A source of facts.
     *
     * @param name of the register
     * @param day that its file describes, where that is known
     * @param inParts whether what it states of one supplier may come at several times, so that silence means nothing
     */
    public record Source(String name, Optional<LocalDate> day, boolean inParts) {

        public Source(String name, Optional<LocalDate> day) {
            this(name, day, false);
        }

        /** The same source, whose records state a part of what it knows. */
        public Source inPieces() {
            return new Source(name, Optional.empty(), true);
        }

        private static final String DEMONSTRATION = "demo-";

        /** Whether its suppliers are of the demonstration region, which never mixes with others. */
        public boolean isDemonstration() {
            return name.startsWith(DEMONSTRATION);
        }
    }

    /**
     * Makes what a source states of suppliers true in the registry. Facts of other sources stay; stating the same again
     * changes nothing. A fact that a dated file no longer states was true until that day; one that an undated file no
     * longer states was never so.
     *
     * @return the suppliers of which something changed
     */
    public Set<UUID> record(Handle transaction, List<RegisteredSupplier> records, Source source) {
        var stated = new LinkedHashMap<UUID, Set<SupplierFact>>();
        var known = ArrivingFacts.knownBy(transaction, records, source.isDemonstration());
        for (var register : records) {
            stated.computeIfAbsent(known.getOrDefault(register.id(), register.id()), any -> new HashSet<>())
                    .addAll(register.facts());
        }
        if (source.inParts()) {
            // A part of an organisation that no register describes is nobody.
            stated.keySet().retainAll(existing(transaction, stated.keySet()));
        }
        var now = clock.instant();
        create(transaction, stated.keySet(), false, source.isDemonstration(), now);
        ArrivingFacts.stage(transaction, stated);
        var changed = new HashSet<UUID>(transaction
                .createQuery("""
                        WITH standing AS MATERIALIZED (
                            SELECT fact.* FROM (SELECT DISTINCT supplier FROM arriving_fact) arrived
                            CROSS JOIN LATERAL (SELECT * FROM supplier_fact
                                WHERE supplier = arrived.supplier AND source = :source OFFSET 0) fact),
                        known AS (SELECT DISTINCT supplier FROM standing),
                        gone AS (
                            UPDATE supplier_fact fact SET retired_at = :now WHERE fact.id = ANY(ARRAY(
                                SELECT old.id FROM standing old WHERE old.retired_at IS NULL AND old.stated IS NOT NULL
                                AND NOT EXISTS (SELECT 1 FROM arriving_fact arriving
                                    WHERE arriving.supplier = old.supplier AND arriving.stated = old.stated)
                                AND (NOT :inParts OR EXISTS (SELECT 1 FROM arriving_fact arriving
                                    WHERE arriving.supplier = old.supplier AND arriving.kind = old.kind
                                        AND arriving.key = old.key AND arriving.role IS NOT DISTINCT FROM old.role
                                        AND arriving.valid_from IS NOT DISTINCT FROM old.valid_from))))
                            RETURNING fact.*),
                        ended AS (
                            INSERT INTO supplier_fact (supplier, kind, key, value, role, valid_from, valid_until,
                                recorded_at, source, evidence)
                            SELECT supplier, kind, key, value, CASE WHEN kind = 'NAME' THEN 'PREVIOUS' ELSE role END,
                                valid_from, :day, :now, source, evidence
                            FROM gone WHERE CAST(:day AS date) IS NOT NULL AND valid_until IS NULL
                                AND (valid_from IS NULL OR valid_from < :day)),
                        added AS (
                            INSERT INTO supplier_fact (supplier, kind, key, value, role, valid_from, valid_until,
                                recorded_at, source, evidence, stated)
                            SELECT arriving.supplier, arriving.kind, arriving.key, arriving.value, arriving.role,
                                coalesce(arriving.valid_from,
                                    CASE WHEN known.supplier IS NOT NULL THEN CAST(:day AS date) END),
                                arriving.valid_until, :now, :source, arriving.evidence, arriving.stated
                            FROM arriving_fact arriving
                            LEFT JOIN known ON known.supplier = arriving.supplier
                            WHERE NOT EXISTS (SELECT 1 FROM standing old
                                WHERE old.supplier = arriving.supplier
                                    AND (old.retired_at IS NULL OR old.moved_to IS NOT NULL)
                                    AND old.stated = arriving.stated)
                            ORDER BY arriving.supplier
                            RETURNING supplier)
                        SELECT supplier FROM gone UNION SELECT supplier FROM added
                        """)
                .bind("source", source.name())
                .bind("inParts", source.inParts())
                .bind("day", source.day().orElse(null))
                .bind("now", now)
                .mapTo(UUID.class)
                .list());
        touch(transaction, changed);
        return changed;
    }

    private static Set<UUID> existing(Handle transaction, Collection<UUID> ids) {
        return new HashSet<>(transaction
                .createQuery("SELECT id FROM supplier WHERE id = ANY(:ids)")
                .bindArray("ids", UUID.class, List.copyOf(ids))
                .mapTo(UUID.class)
                .list());
    }

    /** Records one fact that a person states, for a reason; its supplier is marked as changed. */
    public void recordBy(Handle transaction, UUID supplier, SupplierFact fact, String source, String by) {
        keep(transaction, supplier, fact, new Stated(List.of(fact), source, by), clock.instant());
        touch(transaction, Set.of(supplier));
    }

    private static void keep(Handle transaction, UUID supplier, SupplierFact fact, Stated stated, Instant now) {
        transaction
                .createUpdate("""
                        INSERT INTO supplier_fact (supplier, kind, key, value, role, valid_from, valid_until,
                            recorded_at, source, evidence, recorded_by)
                        VALUES (:supplier, :kind, :key, :value, :role, :validFrom, :validUntil, :now, :source,
                            :evidence, :by)
                        """)
                .bind("supplier", supplier)
                .bind("kind", fact.kind().name())
                .bind("key", fact.key())
                .bind("value", fact.value())
                .bind("role", fact.role())
                .bind("validFrom", fact.validFrom())
                .bind("validUntil", fact.validUntil())
                .bind("evidence", fact.evidence())
                .bind("now", now)
                .bind("source", stated.source)
                .bind("by", stated.by)
                .execute();
    }

    /**
     * Moves facts to another supplier, since a steward found that they are its.
     *
     * @return how many were moved
     */
    public int move(Handle transaction, UUID from, UUID into, Collection<Long> ids, String by) {
        int moved = transaction
                .createUpdate("""
                        WITH moved AS (
                            UPDATE supplier_fact SET retired_at = :now, moved_to = :into
                            WHERE supplier = :from AND id = ANY(:ids) AND retired_at IS NULL RETURNING *)
                        INSERT INTO supplier_fact (supplier, kind, key, value, role, valid_from, valid_until,
                            recorded_at, source, evidence, recorded_by)
                        SELECT :into, kind, key, value, role, valid_from, valid_until, :now, source, evidence, :by
                        FROM moved
                        """)
                .bind("from", from)
                .bind("into", into)
                .bindArray("ids", Long.class, List.copyOf(ids))
                .bind("now", clock.instant())
                .bind("by", by)
                .execute();
        touch(transaction, Set.of(from, into));
        return moved;
    }

    /**
     * What a person states of a supplier.
     *
     * @param by whom
     */
    public record Stated(List<SupplierFact> facts, String source, String by) {

        public Stated {
            facts = List.copyOf(facts);
        }
    }

    /** Makes a supplier that no register states. What is stated of it is known from the moment from which it is. */
    public void make(Handle transaction, UUID supplier, boolean demonstration, Stated stated) {
        var now = clock.instant();
        create(transaction, Set.of(supplier), false, demonstration, now);
        stated.facts.forEach(fact -> keep(transaction, supplier, fact, stated, now));
    }

    /** Makes suppliers that are known only from an anchor's own writing, with the names it wrote. */
    public void recordProvisional(Handle transaction, Map<UUID, String> names, boolean demonstration) {
        create(transaction, names.keySet(), true, demonstration, clock.instant());
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

    /** Marks suppliers as changed, so that the index of names reads them again. */
    public void touch(Handle transaction, Collection<UUID> suppliers) {
        if (!suppliers.isEmpty()) {
            transaction
                    .createUpdate("""
                            UPDATE supplier SET changed_in = CAST(CAST(pg_current_xact_id() AS text) AS bigint)
                            WHERE id = ANY(:ids)
                                AND changed_in <> CAST(CAST(pg_current_xact_id() AS text) AS bigint)
                            """)
                    .bindArray("ids", UUID.class, List.copyOf(suppliers))
                    .execute();
        }
    }

    private static void create(
            Handle transaction, Collection<UUID> ids, boolean provisional, boolean demonstration, Instant now) {
        transaction
                .createUpdate("""
                        INSERT INTO supplier (id, provisional, demonstration, created_at, changed_in)
                        SELECT id, :provisional, :demonstration, :now,
                            CASE WHEN :provisional THEN 0 ELSE CAST(CAST(pg_current_xact_id() AS text) AS bigint) END
                        FROM unnest(:ids) id
                        ON CONFLICT (id) DO NOTHING
                        """)
                .bindArray("ids", UUID.class, List.copyOf(ids))
                .bind("provisional", provisional)
                .bind("demonstration", demonstration)
                .bind("now", now)
                .execute();
    }
}
