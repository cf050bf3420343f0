package anchorage.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Instant NOON = Instant.parse("2100-01-01T12:00:00Z");

    private final Hands clock = new Hands();
    private final VerifiedTokens tokens = new VerifiedTokens(clock);

    @Test
    void remembersWhoSentATokenUntilItExpires() {
        // Given
        var publisher = identity("publisher", NOON.plusSeconds(60));

        // When
        tokens.remember("Bearer one", publisher);

        // Then
        assertThat(tokens.sender("Bearer one")).contains(publisher);
        clock.now = NOON.plusSeconds(59);
        assertThat(tokens.sender("Bearer one")).contains(publisher);
        clock.now = NOON.plusSeconds(60);
        assertThat(tokens.sender("Bearer one")).isEmpty();
    }

    @Test
    void knowsNoOtherTokenAndNone() {
        tokens.remember("Bearer one", identity("publisher", NOON.plusSeconds(60)));

        assertThat(tokens.sender("Bearer two")).isEmpty();
        assertThat(tokens.sender("Bearer one ")).isEmpty();
        assertThat(tokens.sender(null)).isEmpty();
    }

    @Test
    void remembersNobodyWithoutATokenThatEnds() {
        tokens.remember("Bearer one", identity("endless", Instant.EPOCH));
        tokens.remember(null, identity("publisher", NOON.plusSeconds(60)));
        tokens.remember(
                "Bearer two",
                QuarkusSecurityIdentity.builder().setAnonymous(true).build());

        assertThat(tokens.sender("Bearer one")).isEmpty();
        assertThat(tokens.sender("Bearer two")).isEmpty();
    }

    private static SecurityIdentity identity(String name, Instant until) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(name, Map.of(Claims.exp.name(), until.getEpochSecond())))
                .build();
    }

    private record Token(String name, Map<String, Object> claims) implements JsonWebToken {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String claim) {
            return (T) claims.get(claim);
        }
    }

    /** A clock whose hands the test moves. */
    private static final class Hands extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
