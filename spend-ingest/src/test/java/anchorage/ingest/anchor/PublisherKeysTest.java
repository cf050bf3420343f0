package anchorage.ingest.anchor;

import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import anchorage.ingest.delivery.web.SpendFeed;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class PublisherKeysTest {

    private static final String COORDINATE =
            Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);
    private static final Map<String, Object> KEY =
            Map.of("kty", "EC", "kid", "2026-11", "crv", "P-256", "x", COORDINATE, "y", COORDINATE);

    @BeforeEach
    void create() {
        new SpendFeed("demo-keys").create();
    }

    @Test
    void takesPublicKeys() {
        put(PLATFORM_ADMIN, List.of(KEY)).statusCode(200).body("keys[0].kid", equalTo("2026-11"));
    }

    @Test
    void refusesAPrivateKeyAndWhatIsNone() {
        var secret = new HashMap<>(KEY);
        secret.put("d", COORDINATE);
        put(PLATFORM_ADMIN, List.of(secret)).statusCode(400).body("detail", containsString("no field 'd'"));
        put(PLATFORM_ADMIN, List.of(Map.of("kty", "EC", "kid", "short", "crv", "P-256", "x", "AA", "y", "AA")))
                .statusCode(400)
                .body("detail", containsString("'short'"));
        put(PLATFORM_ADMIN, List.of()).statusCode(400).body("type", equalTo("/problems/invalid"));
        put(PLATFORM_ADMIN, List.of(Map.of("kty", "oct", "kid", "x"))).statusCode(400);
    }

    @Test
    void isForPlatformAdmins() {
        put(ANCHOR_PUBLISHER, List.of(KEY)).statusCode(403);
    }

    private static ValidatableResponse put(String role, List<?> keys) {
        return SpendFeed.with(Tokens.of(role, "spend-ingest"))
                .contentType("application/json")
                .body(Map.of("keys", keys))
                .put("/v1/anchors/demo-keys/credentials/keys")
                .then();
    }
}
