package anchorage.gateway.session;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Tokens that nobody signed, as good as any where they are only carried. */
final class MadeUpTokens {

    private MadeUpTokens() {}

    static Tokens until(Instant end) {
        return new Tokens(access("one", end), "refresh-one");
    }

    static String access(String name, Instant end) {
        return "header."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(new JsonObject()
                                .put("exp", end.getEpochSecond())
                                .put("preferred_username", name)
                                .put("anchor", "bolton")
                                .put(
                                        "realm_access",
                                        new JsonObject()
                                                .put(
                                                        "roles",
                                                        new JsonArray()
                                                                .add("offline_access")
                                                                .add("analyst")))
                                .encode()
                                .getBytes(StandardCharsets.UTF_8))
                + ".signature";
    }
}
