package anchorage.desk;

import java.net.URI;
import java.util.Map;

/** With what clients prove to the identity provider who they are. */
public interface Credentials {

    /**
     * What the client sends beside its name when it asks for a token, by OAuth 2.0's names.
     *
     * @param tokenUrl where it asks
     */
    Map<String, String> of(String client, URI tokenUrl);
}
