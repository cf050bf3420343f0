package anchorage.registry.identification;

import anchorage.contracts.MentionsPaid;
import anchorage.contracts.MentionsPaid.Paid;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What deliveries pay under mentions: the value at stake in a decision. */
@ApplicationScoped
public class MentionValues {

    private final Jdbi database;

    MentionValues(Jdbi database) {
        this.database = database;
    }

    /** Takes note of what a delivery pays. Hearing it again changes nothing; a later attempt replaces an earlier one. */
    public void hear(MentionsPaid paid) {
        database.useTransaction(transaction -> {
            if (paid.supersedes() != null) {
                forget(transaction, paid.supersedes());
            }
            transaction
                    .createUpdate("DELETE FROM mention_value WHERE delivery = :delivery AND attempt < :attempt")
                    .bind("delivery", paid.delivery())
                    .bind("attempt", paid.attempt())
                    .execute();
            // In one statement, so that what is asked of the delivery is asked once and not for each of its mentions.
            transaction
                    .createUpdate("""
                            INSERT INTO mention_value (mention, delivery, attempt, lines, total)
                            SELECT paid.mention, :delivery, :attempt, paid.lines, paid.total
                            FROM unnest(:mentions, :lines, :totals) AS paid (mention, lines, total)
                            WHERE NOT EXISTS (SELECT 1 FROM forgotten_delivery WHERE delivery = :delivery)
                                AND NOT EXISTS (
                                    SELECT 1 FROM mention_value WHERE delivery = :delivery AND attempt > :attempt)
                            ON CONFLICT (mention, delivery) DO NOTHING
                            """)
                    .bind("delivery", paid.delivery())
                    .bind("attempt", paid.attempt())
                    .bindArray("mentions", UUID.class, each(paid, Paid::mention))
                    .bindArray("lines", Long.class, each(paid, Paid::lines))
                    .bindArray("totals", BigDecimal.class, each(paid, Paid::total))
                    .execute();
        });
    }

    /** A delivery no longer counts, however late it is heard of. */
    public void forget(UUID delivery) {
        database.useTransaction(transaction -> forget(transaction, delivery));
    }

    private static void forget(Handle transaction, UUID delivery) {
        transaction.execute("INSERT INTO forgotten_delivery (delivery) VALUES (?) ON CONFLICT DO NOTHING", delivery);
        transaction.execute("DELETE FROM mention_value WHERE delivery = ?", delivery);
    }

    private static <T> List<T> each(MentionsPaid paid, Function<Paid, T> part) {
        return paid.mentions().stream().map(part).toList();
    }
}
