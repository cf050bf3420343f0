package anchorage.registry.supplier;

import anchorage.contracts.SupplierDescribed;
import anchorage.contracts.Topics;
import anchorage.outbox.Outbox;
import anchorage.registry.name.OrgId;
import anchorage.registry.place.Deprivation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
        return all(List.of(id)).stream().findFirst();
    }

    /** The supplier of that id as it was known at a moment, if it was. */
    public Optional<Supplier> find(UUID id, Instant asOf) {
        return database.withHandle(
                handle -> FactRows.asOf(handle, List.of(id), asOf).stream().findFirst());
    }

    /** The supplier of that id with everything that was ever recorded of it. */
    public Optional<Supplier> history(UUID id) {
        return database.withHandle(
                handle -> FactRows.ever(handle, List.of(id)).stream().findFirst());
    }

    /** The suppliers of these ids, in this order, with what is known of them now. */
    public List<Supplier> all(Collection<UUID> ids) {
        return database.withHandle(handle -> FactRows.now(handle, ids));
    }

    /** Suppliers that have this identifier, or one that stands for it, and are not provisional. */
    public List<UUID> withIdentifier(String identifier) {
        var keys = OrgId.of(identifier).map(OrgId::aliases).orElse(java.util.Set.of(identifier));
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT fact.supplier FROM supplier_fact fact
                        JOIN supplier ON supplier.id = fact.supplier AND NOT supplier.provisional
                        WHERE fact.kind = 'IDENTIFIER' AND fact.key = ANY(:keys) AND fact.retired_at IS NULL
                        ORDER BY fact.supplier LIMIT 100
                        """)
                .bindArray("keys", String.class, List.copyOf(keys))
                .mapTo(UUID.class)
                .list());
    }

    /** Suppliers with premises in one of these districts, after one of them in the order of their ids. */
    public List<UUID> inDistricts(Collection<String> districts, UUID after, int limit) {
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT fact.supplier FROM supplier_fact fact
                        JOIN supplier ON supplier.id = fact.supplier AND NOT supplier.provisional
                        JOIN postcode ON postcode.postcode = fact.key AND postcode.district = ANY(:districts)
                        WHERE fact.kind = 'PREMISES' AND fact.retired_at IS NULL AND fact.supplier > :after
                        ORDER BY fact.supplier LIMIT :limit
                        """)
                .bindArray("districts", String.class, List.copyOf(districts))
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
    }

    /** Tells the other services what is known of these suppliers now. */
    public void announce(Handle transaction, Collection<UUID> ids) {
        var facts =
                FactRows.now(transaction, ids).stream().map(this::announcement).toList();
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
                        .distinct()
                        .toList(),
                supplier.facts(SupplierFact.Kind.PREMISES).stream()
                        .map(recorded -> new SupplierDescribed.Premises(
                                recorded.fact().role(),
                                recorded.fact().key(),
                                recorded.district(),
                                recorded.fact().validFrom(),
                                recorded.fact().validUntil(),
                                stated(recorded.deprivation()),
                                recorded.ward()))
                        .distinct()
                        .toList(),
                supplier.facts(SupplierFact.Kind.OWNERSHIP).stream()
                        .map(recorded -> new SupplierDescribed.Ownership(
                                recorded.fact().key(),
                                recorded.fact().validFrom(),
                                recorded.fact().validUntil()))
                        .distinct()
                        .toList(),
                supplier.facts(SupplierFact.Kind.SIZE).stream()
                        .map(recorded -> new SupplierDescribed.Size(
                                recorded.fact().key(),
                                recorded.fact().validFrom(),
                                recorded.fact().validUntil()))
                        .distinct()
                        .toList(),
                supplier.facts(SupplierFact.Kind.PARENT).stream()
                        .map(recorded -> new SupplierDescribed.Parent(
                                OrgId.of(recorded.fact().key()).orElse(null),
                                recorded.fact().role(),
                                recorded.fact().validFrom(),
                                recorded.fact().validUntil()))
                        .distinct()
                        .toList(),
                clock.instant());
    }

    private static SupplierDescribed.Deprivation stated(Deprivation known) {
        return known == null
                ? null
                : new SupplierDescribed.Deprivation(known.edition().release(), known.rank());
    }
}
