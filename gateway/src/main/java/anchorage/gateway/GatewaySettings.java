package anchorage.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What an operator can set. */
@ConfigMapping(prefix = "gateway")
public interface GatewaySettings {

    /** Where clients fetch their tokens, as the root document tells them. */
    URI tokenUrl();

    /** Whom to tell of a weakness, such as {@code mailto:security@example.org}; without it there is no security.txt. */
    Optional<URI> securityContact();

    /** The command line's jar, which the portal hands out; without it there is none at the portal. */
    Optional<Path> commandLine();

    /** Where each service is, by its name. */
    Map<String, URI> origins();

    /** For how long nothing is sent to a service that does not answer. */
    @WithDefault("5s")
    Duration pause();

    /** The address at which browsers reach this gateway: scheme, host and port. */
    URI site();

    /** How people sign in, and for how long. */
    People people();

    /** How many requests a caller may make. */
    Limits limits();

    /**
     * The realm in which people are known, the portal's secret there, and how long a session lasts without use and at the
     * longest.
     */
    interface People {

        URI realm();

        String secret();

        @WithDefault("30m")
        Duration idle();

        @WithDefault("8h")
        Duration longest();
    }

    /** Requests in each window: of one client, of all clients of one anchor, of one address where no token is needed. */
    interface Limits {

        @WithDefault("10s")
        Duration window();

        @WithDefault("1000")
        long client();

        @WithDefault("2000")
        long anchor();

        @WithDefault("200")
        long address();

        /** Requests of one client, or of one address where no token is needed, that may be underway at once. */
        @WithDefault("32")
        int atOnce();
    }
}
