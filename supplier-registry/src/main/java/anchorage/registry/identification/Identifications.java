package anchorage.registry.identification;

import anchorage.contracts.MentionSeen;
import anchorage.registry.identification.StewardDecisions.Kind;
import anchorage.registry.supplier.SupplierFacts;
import anchorage.registry.supplier.SupplierIndex;
import anchorage.registry.supplier.Suppliers;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Decides who mentions are, and decides again when a register, a steward or a merge makes it worth it. */
@ApplicationScoped
public class Identifications {

    private static final int PAGE = 1000;

    private final Jdbi database;
    private final Mentions mentions;
    private final Identifier identifier;
    private final IdentificationRows rows;
    private final StewardDecisions stewards;
    private final SupplierIndex index;
    private final Suppliers suppliers;
    private final SupplierFacts facts;

    Identifications(
            Jdbi database,
            Mentions mentions,
            Identifier identifier,
            IdentificationRows rows,
            StewardDecisions stewards,
            SupplierIndex index,
            Suppliers suppliers,
            SupplierFacts facts) {
        this.database = database;
        this.mentions = mentions;
        this.identifier = identifier;
        this.rows = rows;
        this.stewards = stewards;
        this.index = index;
        this.suppliers = suppliers;
        this.facts = facts;
    }

    /** Takes note of mentions and decides who the new ones are. Seeing a mention again changes nothing. */
    public void see(List<MentionSeen> seen) {
        index.catchUp();
        database.useTransaction(transaction -> decide(transaction, mentions.keep(transaction, seen)));
    }

    /**
     * Decides again who all the mentions are that no supplier was found for, since a register may know them now.
     *
     * @return how many found a supplier
     */
    public int decideUnidentifiedAgain() {
        index.catchUp();
        return decideUnidentifiedAgain((transaction, page) -> page);
    }

    /**
     * Decides again who the mentions are that no supplier was found for, where they could be one of these, which have
     * changed. The others would find nobody again.
     *
     * @return how many found a supplier
     */
    public int decideAgainWhoCouldBe(Collection<UUID> changed) {
        if (changed.isEmpty()) {
            return 0;
        }
        index.catchUp();
        try (var near = index.only(changed)) {
            return decideUnidentifiedAgain((transaction, page) -> identifier.near(transaction, page, near));
        } catch (IOException failure) {
            throw new UncheckedIOException("an index in memory could not be closed", failure);
        }
    }

    private int decideUnidentifiedAgain(BiFunction<Handle, List<Mention>, List<Mention>> which) {
        int decided = 0;
        var after = new UUID(0, 0);
        for (var page = unidentified(after); !page.isEmpty(); page = unidentified(after)) {
            var again = page;
            decided += database.inTransaction(transaction -> decide(transaction, which.apply(transaction, again)));
            after = page.get(page.size() - 1).id();
        }
        return decided;
    }

    /** Decides again who the mentions are that were decided to be one of these suppliers. */
    public void decideAgain(Handle transaction, Collection<UUID> changed) {
        decide(transaction, mentions.decidedToBe(transaction, changed));
    }

    /**
     * Keeps what a steward decided of a mention, for every anchor that writes the same name.
     *
     * @param supplier whom it is, or never is
     */
    public void decideBy(UUID mention, Kind kind, UUID supplier, String reason, String steward) {
        database.useTransaction(transaction -> decideBy(transaction, mention, kind, supplier, reason, steward));
    }

    void decideBy(Handle transaction, UUID mention, Kind kind, UUID supplier, String reason, String steward) {
        var about = mentions.find(transaction, mention).orElseThrow(() -> new UnknownMention(mention));
        stewards.keep(transaction, mention, kind, supplier, reason, steward);
        decide(transaction, mentions.ofTheSameName(transaction, about));
    }

    /** Undoes the latest standing decision of a steward about a mention. */
    public void undo(UUID mention, String steward) {
        index.catchUp();
        database.useTransaction(transaction -> {
            var about = mentions.find(transaction, mention).orElseThrow(() -> new UnknownMention(mention));
            if (!stewards.undoLatest(transaction, mention, steward)) {
                throw UnknownMention.undecided(mention);
            }
            decide(transaction, mentions.ofTheSameName(transaction, about));
        });
    }

    /** Tells the other services again about those of the suppliers that mentions are decided to be. */
    public void announceSuppliers(Handle transaction, Collection<UUID> changed) {
        suppliers.announce(transaction, IdentificationRows.identified(transaction, changed));
    }

    /** Tells the other services again about every supplier of a register that a mention is decided to be. */
    public void announceAllSuppliers() {
        var all = database.withHandle(IdentificationRows::allIdentified);
        for (int from = 0; from < all.size(); from += PAGE) {
            var page = all.subList(from, Math.min(from + PAGE, all.size()));
            database.useTransaction(transaction -> announceSuppliers(transaction, page));
        }
    }

    private List<Mention> unidentified(UUID after) {
        return database.withHandle(handle -> mentions.unidentified(handle, after, PAGE));
    }

    /** Decides, keeps what is new, says it, and answers how many of the mentions found a supplier. */
    private int decide(Handle transaction, List<Mention> again) {
        if (again.isEmpty()) {
            return 0;
        }
        var decisions = rows.changed(transaction, identifier.identify(transaction, again));
        var provisional = new HashMap<Boolean, Map<UUID, String>>();
        for (var decision : decisions) {
            if (!decision.isDecided()) {
                provisional
                        .computeIfAbsent(decision.mention().isDemonstration(), any -> new HashMap<>())
                        .put(decision.supplier(), decision.mention().name());
            }
        }
        provisional.forEach((demonstration, names) -> facts.recordProvisional(transaction, names, demonstration));
        rows.keep(transaction, decisions);
        var named = new HashSet<UUID>();
        decisions.forEach(decision -> named.add(decision.supplier()));
        suppliers.announce(transaction, named);
        return (int) decisions.stream().filter(Identification::isDecided).count();
    }
}
