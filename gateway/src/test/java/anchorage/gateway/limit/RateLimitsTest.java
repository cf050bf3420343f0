package anchorage.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.gateway.GatewaySettings;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final String SOMEWHERE = "192.0.2.1";

    private final RateLimits limits = new RateLimits(new Settings());

    @Test
    void countsAClientAndItsAnchorTogether() {
        var admission = limits.count(publisher("publisher-bolton", "bolton"), SOMEWHERE);

        assertThat(admission.isLetIn()).isTrue();
        assertThat(admission.policy())
                .isEqualTo("\"client\";q=2;w=3600, \"anchor\";q=3;w=3600, \"at-once\";q=2;qu=\"concurrent-requests\"");
        assertThat(admission.limit()).startsWith("\"client\";r=1;t=").contains(", \"anchor\";r=2;t=");
    }

    @Test
    void refusesWhomItsOwnQuotaIsUsedUp() {
        use(publisher("publisher-bolton", "bolton"));
        use(publisher("publisher-bolton", "bolton"));

        var admission = limits.count(publisher("publisher-bolton", "bolton"), SOMEWHERE);

        assertThat(admission.isLetIn()).isFalse();
        assertThat(admission.violated()).containsExactly("client");
        assertThat(admission.retryAfter()).isBetween(1L, 3600L);
    }

    @Test
    void holdsAnAnchorsClientsToOneQuotaAndCountsNothingForARefusal() {
        limits.count(publisher("one", "bolton"), SOMEWHERE);
        limits.count(publisher("two", "bolton"), SOMEWHERE);
        limits.count(publisher("three", "bolton"), SOMEWHERE);

        assertThat(limits.count(publisher("four", "bolton"), SOMEWHERE).violated())
                .containsExactly("anchor");
        assertThat(limits.count(publisher("four", "bury"), SOMEWHERE).limit()).startsWith("\"client\";r=1;");
    }

    @Test
    void countsPeopleWhoShareAClientEachForThemselves() {
        use(person("one"));
        use(person("one"));

        assertThat(limits.count(person("one"), SOMEWHERE).violated()).containsExactly("client");
        assertThat(limits.count(person("two"), SOMEWHERE).isLetIn()).isTrue();
    }

    @Test
    void knowsWhoSendsNoTokenByTheAddress() {
        use(Optional.empty());

        assertThat(limits.count(Optional.empty(), SOMEWHERE).violated()).containsExactly("address");
        assertThat(limits.count(Optional.empty(), "192.0.2.2").isLetIn()).isTrue();
    }

    @Test
    void refusesWhoHasTooMuchUnderwayAndCountsNothingForIt() {
        var first = limits.count(publisher("busy", "bury"), SOMEWHERE);
        limits.count(publisher("busy", "bury"), SOMEWHERE);

        var refused = limits.count(publisher("busy", "bury"), SOMEWHERE);

        assertThat(refused.isLetIn()).isFalse();
        assertThat(refused.violated()).containsExactly("at-once");
        assertThat(refused.limit()).isEqualTo("\"at-once\";r=0");
        assertThat(refused.retryAfter()).isEqualTo(1);
        assertThat(limits.count(publisher("another", "bury"), SOMEWHERE).isLetIn())
                .isTrue();

        first.end();
        assertThat(limits.count(publisher("busy", "bolton"), SOMEWHERE).violated())
                .containsExactly("client");
    }

    @Test
    void holdsNobodyUpForWhatAQuotaRefused() {
        use(publisher("eager", "bury"));
        use(publisher("eager", "bury"));
        limits.count(publisher("eager", "bury"), SOMEWHERE);
        limits.count(publisher("eager", "bury"), SOMEWHERE);

        assertThat(limits.count(publisher("eager", "bury"), SOMEWHERE).violated())
                .containsExactly("client");
    }

    private void use(Optional<SecurityIdentity> identity) {
        limits.count(identity, SOMEWHERE).end();
    }

    private static Optional<SecurityIdentity> publisher(String client, String anchor) {
        return Optional.of(QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(Map.of("azp", client, "anchor", anchor)))
                .build());
    }

    private static Optional<SecurityIdentity> person(String subject) {
        return Optional.of(QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(Map.of("azp", "portal", "sub", subject)))
                .build());
    }

    private record Token(Map<String, Object> claims) implements JsonWebToken {

        @Override
        public String getName() {
            return "someone";
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

    private record Settings() implements GatewaySettings, GatewaySettings.Limits {

        @Override
        public URI tokenUrl() {
            return URI.create("http://localhost");
        }

        @Override
        public Optional<Path> commandLine() {
            return Optional.empty();
        }

        @Override
        public Optional<URI> securityContact() {
            return Optional.empty();
        }

        @Override
        public Map<String, URI> origins() {
            return Map.of();
        }

        @Override
        public URI site() {
            return URI.create("http://localhost");
        }

        @Override
        public People people() {
            throw new UnsupportedOperationException("nobody signs in here");
        }

        @Override
        public Limits limits() {
            return this;
        }

        @Override
        public Duration pause() {
            return Duration.ofSeconds(5);
        }

        @Override
        public int atOnce() {
            return 2;
        }

        @Override
        public Duration window() {
            return Duration.ofHours(1);
        }

        @Override
        public long client() {
            return 2;
        }

        @Override
        public long anchor() {
            return 3;
        }

        @Override
        public long address() {
            return 1;
        }
    }
}
