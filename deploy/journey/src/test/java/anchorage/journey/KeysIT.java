package anchorage.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.desk.Api;
import anchorage.local.Anchoring;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A publisher proves itself by a key, and a new key follows the old one without a gap. */
@ExtendWith(Whole.class)
class KeysIT {

    private static final String ANCHOR = "keys-anchor";
    private static final String CLIENT = "publisher-" + ANCHOR;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Api api = Whole.api();

    @Test
    void letsOneKeyFollowAnother() throws GeneralSecurityException, IOException, InterruptedException {
        // Given
        new Anchoring(api, Whole.stack().secrets())
                .put(ANCHOR, Map.of("name", ANCHOR, "kind", "LOCAL_AUTHORITY", "homePlace", "E08000009"));
        var old = keys();
        var next = keys();
        assertThat(bySecret().statusCode()).isEqualTo(200);

        // When
        use(jwk("old", old));

        // Then
        assertThat(bySecret().statusCode()).isIn(400, 401);
        assertThat(byKey("old", old).statusCode()).isEqualTo(200);
        assertThat(byKey("next", next).statusCode()).isIn(400, 401);

        use(jwk("old", old), jwk("next", next));
        assertThat(byKey("old", old).statusCode()).isEqualTo(200);
        assertThat(byKey("next", next).statusCode()).isEqualTo(200);

        var once = assertion("old", old);
        assertThat(by(once).statusCode()).isEqualTo(200);
        assertThat(by(once).statusCode()).as("the same assertion again").isIn(400, 401);

        use(jwk("next", next));
        assertThat(byKey("old", old).statusCode()).isIn(400, 401);
        var token = Whole.tree(byKey("next", next).body()).get("access_token").asText();
        var feeds = api.send(
                null,
                "GET",
                "/v1/anchors/" + ANCHOR + "/feeds",
                BodyPublishers.noBody(),
                Map.of("Authorization", "Bearer " + token));
        assertThat(feeds.statusCode()).as(feeds.body()).isEqualTo(200);

        var secret = api.post(
                        "admin-cli-demo", "/v1/anchors/" + ANCHOR + "/credentials", BodyPublishers.noBody(), Map.of())
                .get("secret")
                .asText();
        Whole.stack().secrets().keep(CLIENT, secret);
        assertThat(bySecret().statusCode()).isEqualTo(200);
    }

    @SafeVarargs
    private void use(Map<String, String>... keys) {
        api.put("admin-cli-demo", "/v1/anchors/" + ANCHOR + "/credentials/keys", Map.of("keys", List.of(keys)));
    }

    private static HttpResponse<String> bySecret() throws IOException, InterruptedException {
        return TokenEndpoint.bySecret(CLIENT, Whole.stack().secrets().of(CLIENT));
    }

    private static HttpResponse<String> byKey(String kid, KeyPair keys)
            throws GeneralSecurityException, IOException, InterruptedException {
        return by(assertion(kid, keys));
    }

    private static HttpResponse<String> by(String assertion) throws IOException, InterruptedException {
        return TokenEndpoint.ask(Map.of(
                "grant_type", "client_credentials",
                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion", assertion));
    }

    private static String assertion(String kid, KeyPair keys) throws GeneralSecurityException {
        var now = Instant.now().getEpochSecond();
        var signed = encoded("{\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}") + "."
                + encoded("{\"iss\":\"" + CLIENT + "\",\"sub\":\"" + CLIENT + "\",\"aud\":\""
                        + Whole.stack().keycloak().realmUrl() + "\",\"jti\":\"" + UUID.randomUUID() + "\",\"iat\":"
                        + now + ",\"exp\":" + (now + 30) + "}");
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(UTF_8));
        return signed + "." + BASE64.encodeToString(signature.sign());
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static Map<String, String> jwk(String kid, KeyPair keys) {
        var key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "kid",
                kid,
                "alg",
                "RS256",
                "n",
                BASE64.encodeToString(unsigned(key.getModulus().toByteArray())),
                "e",
                BASE64.encodeToString(unsigned(key.getPublicExponent().toByteArray())));
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(UTF_8));
    }
}
