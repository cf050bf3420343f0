package anchorage.gateway.session;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;

/**
 * What the identity provider gives for a person who has signed in. The access token goes to the services with each
 * request; nothing of this goes to the browser.
 */
record Tokens(String access, String refresh) {

    Tokens {
        Objects.requireNonNull(access);
        Objects.requireNonNull(refresh);
    }

    /** Until when the access token is good. */
    Instant until() {
        return Instant.ofEpochSecond(claims().getLong("exp"));
    }

    /** Read and not verified: it came from the identity provider itself, and whoever is asked with it verifies it. */
    JsonObject claims() {
        var payload = Base64.getUrlDecoder().decode(access.split("\\.")[1]);
        return new JsonObject(new String(payload, StandardCharsets.UTF_8));
    }

    /** Words of their own would put secrets into a log. */
    @Override
    public String toString() {
        return "tokens until " + until();
    }
}
