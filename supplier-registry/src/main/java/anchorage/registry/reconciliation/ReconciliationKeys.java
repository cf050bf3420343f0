package anchorage.registry.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Keys that stand in an address, for clients that can send no token. Only their digests are kept. */
@ApplicationScoped
public class ReconciliationKeys {

    private final Jdbi database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ReconciliationKeys(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A key, without what opens.
     *
     * @param purpose whom it was made for
     */
    public record Key(UUID id, String purpose, String madeBy, Instant madeAt, Instant revokedAt) {}

    /** A key as it is shown once. */
    public record NewKey(UUID id, String key) {}

    /** Makes a key. */
    public NewKey make(String purpose, String by) {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var id = UUID.randomUUID();
        database.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO reconciliation_key (id, digest, purpose, made_by, made_at)
                        VALUES (:id, :digest, :purpose, :by, :now)
                        """)
                .bind("id", id)
                .bind("digest", digest(key))
                .bind("purpose", purpose)
                .bind("by", by)
                .bind("now", clock.instant())
                .execute());
        return new NewKey(id, key);
    }

    /** Makes a key worthless, from the next request on. */
    public boolean revoke(UUID id) {
        return database.withHandle(handle -> handle.createUpdate(
                                "UPDATE reconciliation_key SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                        .bind("now", clock.instant())
                        .bind("id", id)
                        .execute())
                > 0;
    }

    /** Whether a key opens. */
    public boolean opens(String key) {
        return database.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) > 0 FROM reconciliation_key WHERE digest = :digest AND revoked_at IS NULL")
                .bind("digest", digest(key))
                .mapTo(Boolean.class)
                .one());
    }

    /** A key's place among all. */
    public record Place(Instant madeAt, UUID id) {}

    /** Keys, the latest first, at most so many, those behind a place. */
    public List<Key> latest(Optional<Place> after, int most) {
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM reconciliation_key
                        WHERE CAST(:id AS uuid) IS NULL
                            OR (made_at, id) < (CAST(:madeAt AS timestamptz), CAST(:id AS uuid))
                        ORDER BY made_at DESC, id DESC LIMIT :most
                        """)
                .bind("madeAt", after.map(Place::madeAt).orElse(null))
                .bind("id", after.map(Place::id).orElse(null))
                .bind("most", most)
                .map((row, context) -> new Key(
                        row.getObject("id", UUID.class),
                        row.getString("purpose"),
                        row.getString("made_by"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getTimestamp("revoked_at") == null
                                ? null
                                : row.getTimestamp("revoked_at").toInstant()))
                .list());
    }

    private static String digest(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
