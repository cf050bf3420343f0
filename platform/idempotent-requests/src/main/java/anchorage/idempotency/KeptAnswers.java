package anchorage.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The answers that were given to requests with a key, for as long as a client may ask again. */
@ApplicationScoped
class KeptAnswers {

    /** Longer than a night's retries. */
    private static final Duration KEPT = Duration.ofHours(48);

    /** Longer than any of these requests takes; one without an answer by then died with the process that did it. */
    private static final Duration UNDERWAY = Duration.ofMinutes(2);

    private final Jdbi database;
    private final Clock clock;

    KeptAnswers(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A request with a key.
     *
     * @param fingerprint digest of all that it asks
     */
    record Keyed(String client, IdempotencyKey key, byte[] fingerprint) {}

    /** An answer as it was given; the location may be null, and so may the body. */
    record Answer(int status, String mediaType, String location, byte[] body) {}

    /** What is known of a key. */
    record Known(byte[] fingerprint, Optional<Answer> answer) {

        boolean isOf(Keyed request) {
            return Arrays.equals(fingerprint, request.fingerprint);
        }
    }

    /** Claims the key for this request, or says what is known of it. */
    Optional<Known> claim(Keyed request) {
        var now = clock.instant();
        return database.inTransaction(transaction -> {
            transaction.execute("DELETE FROM kept_answer WHERE begun_at < ?", now.minus(KEPT));
            var isNew = transaction
                            .createUpdate("""
                                    INSERT INTO kept_answer (client, key, fingerprint, begun_at)
                                    VALUES (:client, :key, :fingerprint, :now) ON CONFLICT (client, key) DO UPDATE
                                    SET begun_at = excluded.begun_at
                                    WHERE kept_answer.status IS NULL AND kept_answer.begun_at < :forgotten
                                        AND kept_answer.fingerprint = excluded.fingerprint
                                    """)
                            .bind("client", request.client)
                            .bind("key", request.key.value())
                            .bind("fingerprint", request.fingerprint)
                            .bind("now", now)
                            .bind("forgotten", now.minus(UNDERWAY))
                            .execute()
                    > 0;
            return isNew ? Optional.empty() : Optional.of(known(transaction, request));
        });
    }

    /** Keeps the answer to a request that had claimed its key. */
    void keep(Keyed request, Answer answer) {
        database.useHandle(handle -> handle.createUpdate("""
                        UPDATE kept_answer SET status = :status, media_type = :mediaType, location = :location, body = :body
                        WHERE client = :client AND key = :key
                        """)
                .bind("status", answer.status)
                .bind("mediaType", answer.mediaType)
                .bind("location", answer.location)
                .bind("body", answer.body)
                .bind("client", request.client)
                .bind("key", request.key.value())
                .execute());
    }

    /** Lets the key go, since its request failed on our side and may be tried again. */
    void release(Keyed request) {
        database.useHandle(handle -> handle.execute(
                "DELETE FROM kept_answer WHERE client = ? AND key = ?", request.client, request.key.value()));
    }

    private static Known known(Handle transaction, Keyed request) {
        return transaction
                .createQuery("SELECT * FROM kept_answer WHERE client = :client AND key = :key")
                .bind("client", request.client)
                .bind("key", request.key.value())
                .map((row, context) -> {
                    int status = row.getInt("status");
                    var answer = row.wasNull()
                            ? Optional.<Answer>empty()
                            : Optional.of(new Answer(
                                    status,
                                    row.getString("media_type"),
                                    row.getString("location"),
                                    row.getBytes("body")));
                    return new Known(row.getBytes("fingerprint"), answer);
                })
                .one();
    }
}
