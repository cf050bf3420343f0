package anchorage.registry.identification;

import anchorage.contracts.MentionIdentified;
import anchorage.contracts.Topics;
import anchorage.outbox.Outbox;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Decisions in the database: those that stand, and those that stood. What is kept is also said. */
@ApplicationScoped
class IdentificationRows {

    private final Outbox outbox;
    private final ReviewQueue reviews;
    private final ObjectMapper json;
    private final Clock clock;

    IdentificationRows(Outbox outbox, ReviewQueue reviews, ObjectMapper json, Clock clock) {
        this.outbox = outbox;
        this.reviews = reviews;
        this.json = json;
        this.clock = clock;
    }

    /** Those of the decisions that say something else than what stands. */
    List<Identification> changed(Handle handle, List<Identification> decisions) {
        record Standing(UUID supplier, String state, String method) {}
        var standing = new HashMap<UUID, Standing>();
        handle.createQuery("""
                        SELECT mention, supplier, state, method FROM identification
                        WHERE mention = ANY(:ids) AND retired_at IS NULL
                        """)
                .bindArray(
                        "ids",
                        UUID.class,
                        decisions.stream()
                                .map(decision -> decision.mention().id())
                                .toList())
                .map((row, context) -> standing.put(
                        row.getObject("mention", UUID.class),
                        new Standing(
                                row.getObject("supplier", UUID.class),
                                row.getString("state"),
                                row.getString("method"))))
                .list();
        return decisions.stream()
                .filter(decision -> !new Standing(
                                decision.supplier(),
                                decision.state().name(),
                                decision.method().code())
                        .equals(standing.get(decision.mention().id())))
                .toList();
    }

    /** Lets decisions stand in place of earlier ones, and tells the other services. */
    void keep(Handle transaction, List<Identification> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        var now = clock.instant();
        reviews.need(transaction, decisions, now);
        var retire = transaction.prepareBatch(
                "UPDATE identification SET retired_at = :now WHERE mention = :mention AND retired_at IS NULL");
        var insert = transaction.prepareBatch("""
                INSERT INTO identification
                    (mention, supplier, method, score, state, explanation, candidates, decided_by, decided_at)
                VALUES (:mention, :supplier, :method, :score, :state, :explanation, CAST(:candidates AS jsonb),
                    :decidedBy, :now)
                """);
        for (var decision : decisions) {
            retire.bind("now", now).bind("mention", decision.mention().id()).add();
            insert.bind("mention", decision.mention().id())
                    .bind("supplier", decision.supplier())
                    .bind("method", decision.method().code())
                    .bind("score", decision.score())
                    .bind("state", decision.state().name())
                    .bind("explanation", decision.explanation())
                    .bind("candidates", written(decision))
                    .bind("decidedBy", decision.decidedBy())
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
                        // Until a person has decided, the supplier is known by this mention alone.
                        decision.isDecided() ? "DECIDED" : "PROVISIONAL",
                        decision.explanation(),
                        now))
                .toList();
        outbox.sayAll(transaction, Topics.IDENTIFICATIONS, facts, fact -> fact.mention()
                .toString());
    }

    /** Lets whatever is decided to be one supplier be another from now on, and tells the other services. */
    void repoint(Handle transaction, UUID from, UUID into, String why) {
        var now = clock.instant();
        var facts = transaction
                .createQuery("""
                        WITH gone AS (
                            UPDATE identification SET retired_at = :now
                            WHERE supplier = :from AND retired_at IS NULL RETURNING *)
                        INSERT INTO identification
                            (mention, supplier, method, score, state, explanation, candidates, decided_by, decided_at)
                        SELECT mention, :into, method, score, state, :why || explanation, candidates, decided_by, :now
                        FROM gone RETURNING *
                        """)
                .bind("now", now)
                .bind("from", from)
                .bind("into", into)
                .bind("why", why)
                .map((row, context) -> new MentionIdentified(
                        row.getObject("mention", UUID.class),
                        into,
                        row.getString("method"),
                        row.getBigDecimal("score"),
                        row.getString("state").equals("DECIDED") ? "DECIDED" : "PROVISIONAL",
                        row.getString("explanation"),
                        now))
                .list();
        outbox.sayAll(transaction, Topics.IDENTIFICATIONS, facts, fact -> fact.mention()
                .toString());
    }

    /** Those of the suppliers that a mention is decided to be. */
    static List<UUID> identified(Handle handle, Collection<UUID> suppliers) {
        return handle.createQuery("""
                        SELECT DISTINCT supplier FROM identification
                        WHERE supplier = ANY(:suppliers) AND retired_at IS NULL
                        """)
                .bindArray("suppliers", UUID.class, List.copyOf(suppliers))
                .mapTo(UUID.class)
                .list();
    }

    /** Every supplier of a register that a mention is decided to be. */
    static List<UUID> allIdentified(Handle handle) {
        return handle.createQuery(
                        "SELECT DISTINCT supplier FROM identification WHERE state = 'DECIDED' AND retired_at IS NULL")
                .mapTo(UUID.class)
                .list();
    }

    private String written(Identification decision) {
        try {
            // A natural person is nobody to show beside another anchor's mention.
            return json.writeValueAsString(decision.candidates().stream()
                    .filter(candidate -> !candidate.person())
                    .limit(5)
                    .map(SuggestedSupplier::of)
                    .toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("candidates could not be written as JSON", impossible);
        }
    }
}
