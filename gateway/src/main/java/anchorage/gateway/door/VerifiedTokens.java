package anchorage.gateway.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who sent a token, remembered from its first verification until it expires: a client sends the same
 * one with every request, and nothing that was verified of it changes until then. Kept by the token's digest, so that memory holds no token.
 */
@ApplicationScoped
class VerifiedTokens {

    private static final int MOST = 10_000;

    private final Clock clock;
    private final Cache<ByteBuffer, Verified> known;

    VerifiedTokens() {
        this(Clock.systemUTC());
    }

    VerifiedTokens(Clock clock) {
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.<ByteBuffer, Verified>creating(
                        (token, verified) -> Duration.between(clock.instant(), verified.until)))
                .build();
    }

    private record Verified(SecurityIdentity identity, Instant until) {}

    /** Who sends the request, if its token was verified before and is good still. */
    Optional<SecurityIdentity> sender(String authorization) {
        return Optional.ofNullable(authorization)
                .map(VerifiedTokens::digest)
                .map(known::getIfPresent)
                .filter(verified -> verified.until.isAfter(clock.instant()))
                .map(Verified::identity);
    }

    /** Remembers whom a verified token named. */
    void remember(String authorization, SecurityIdentity identity) {
        if (authorization != null
                && identity != null
                && identity.getPrincipal() instanceof JsonWebToken token
                && token.getExpirationTime() > 0) {
            known.put(digest(authorization), new Verified(identity, Instant.ofEpochSecond(token.getExpirationTime())));
        }
    }

    private static ByteBuffer digest(String authorization) {
        try {
            return ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(authorization.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
