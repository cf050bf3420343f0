package anchorage.journey;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.desk.Api;
import anchorage.local.Anchoring;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A publisher's secret follows another without a gap, and none comes back to life. */
@ExtendWith(Whole.class)
class SecretsIT {

    private static final String ADMIN = "admin-cli-demo";
    private static final String COORDINATE =
            Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);
    private static final Map<String, ?> KEYS = Map.of(
            "keys", List.of(Map.of("kty", "EC", "kid", "any", "crv", "P-256", "x", COORDINATE, "y", COORDINATE)));

    private final Api api = Whole.api();
    private final Realm realm = new Realm(
            "http://" + URI.create(Whole.stack().keycloak().realmUrl()).getAuthority(),
            "city-region",
            Whole.stack().secrets().of("keycloak-admin"));

    @Test
    void letsOneSecretFollowAnother() throws IOException, InterruptedException {
        var first = secretOfNew("secrets-anchor");
        var before = Instant.now();

        var rotated = rotate("secrets-anchor");

        var second = rotated.get("secret").asText();
        assertThat(Duration.between(
                        before, Instant.parse(rotated.get("formerEndsAt").asText())))
                .isBetween(Duration.ofHours(23), Duration.ofHours(25));
        assertThat(isGood("secrets-anchor", first)).isTrue();
        assertThat(isGood("secrets-anchor", second)).isTrue();

        var third = rotate("secrets-anchor").get("secret").asText();
        assertThat(isGood("secrets-anchor", first)).isFalse();
        assertThat(isGood("secrets-anchor", second)).isTrue();

        endFormer("secrets-anchor");
        endFormer("secrets-anchor");
        assertThat(isGood("secrets-anchor", second)).isFalse();
        assertThat(isGood("secrets-anchor", third)).isTrue();
    }

    @Test
    void endsTheFormerSecretInItsTimeAndThePresentOneNotInALifetime() throws IOException, InterruptedException {
        var former = secretOfNew("lasting-anchor");
        var present = rotate("lasting-anchor").get("secret").asText();
        assertThat(isGood("lasting-anchor", present)).isTrue();

        realm.change("publisher-lasting-anchor", Map.of("client.secret.rotated.expiration.time", "1"));

        assertThat(isGood("lasting-anchor", former)).isFalse();
        assertThat(isGood("lasting-anchor", present)).isTrue();
        var ends = realm.client("publisher-lasting-anchor").at("/attributes/client.secret.expiration.time");
        assertThat(Duration.between(Instant.now(), Instant.ofEpochSecond(ends.asLong())))
                .isGreaterThan(Duration.ofDays(36_000));
    }

    @Test
    void bringsNoSecretFromBeforeTheKeysBackToLife() throws IOException, InterruptedException {
        var oldest = secretOfNew("keys-and-back");
        var old = rotate("keys-and-back").get("secret").asText();
        api.put(ADMIN, "/v1/anchors/keys-and-back/credentials/keys", KEYS);
        assertThat(isGood("keys-and-back", old)).isFalse();

        var rotated = rotate("keys-and-back");

        assertThat(rotated.has("formerEndsAt")).isFalse();
        assertThat(isGood("keys-and-back", oldest)).isFalse();
        assertThat(isGood("keys-and-back", old)).isFalse();
        assertThat(isGood("keys-and-back", rotated.get("secret").asText())).isTrue();
    }

    /** Makes an anchor, whose first secret has none before it. */
    private String secretOfNew(String anchor) {
        new Anchoring(api, Whole.stack().secrets())
                .put(anchor, Map.of("name", anchor, "kind", "LOCAL_AUTHORITY", "homePlace", "E08000009"));
        return Whole.stack().secrets().of("publisher-" + anchor);
    }

    private JsonNode rotate(String anchor) {
        return api.post(ADMIN, "/v1/anchors/" + anchor + "/credentials", BodyPublishers.noBody(), Map.of());
    }

    private void endFormer(String anchor) {
        api.delete(ADMIN, "/v1/anchors/" + anchor + "/credentials/former");
    }

    private static boolean isGood(String anchor, String secret) throws IOException, InterruptedException {
        return TokenEndpoint.bySecret("publisher-" + anchor, secret).statusCode() == 200;
    }
}
