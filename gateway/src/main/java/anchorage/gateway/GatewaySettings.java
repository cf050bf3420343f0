package anchorage.gateway;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Map;

/** What an operator can set. */
@ConfigMapping(prefix = "gateway")
public interface GatewaySettings {

    /** Where clients fetch their tokens, as the root document tells them. */
    URI tokenUrl();

    /** Where each service is, by its name. */
    Map<String, URI> origins();
}
