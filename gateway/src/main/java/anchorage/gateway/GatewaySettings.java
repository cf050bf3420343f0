package anchorage.gateway;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** What an operator can set. */
@ConfigMapping(prefix = "gateway")
public interface GatewaySettings {

    /** Where clients fetch their tokens, as the root document tells them. */
    URI tokenUrl();

    /** Whom to tell of a weakness, such as {@code mailto:security@example.org}; without it there is no security.txt. */
    Optional<URI> securityContact();

    /** Where each service is, by its name. */
    Map<String, URI> origins();
}
