package anchorage.testsupport;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Tokens as the identity provider signs them, with a key of this run. */
public final class Tokens {

    private static final KeyPair KEYS = keys();

    private Tokens() {}

    /** A token with a role and no anchor. */
    public static String of(String role, String audience) {
        return token("test-client", role, null, audience, Duration.ofMinutes(5));
    }

    /** A token with a role, fetched by a client. */
    public static String ofClient(String client, String role, String audience) {
        return token(client, role, null, audience, Duration.ofMinutes(5));
    }

    /** A token with a role, bound to an anchor. */
    public static String of(String role, String anchor, String audience) {
        return token("test-client", role, anchor, audience, Duration.ofMinutes(5));
    }

    /** A token that was good once. */
    public static String expired(String role, String audience) {
        return token("test-client", role, null, audience, Duration.ofMinutes(-5));
    }

    /** The key that a service checks them by. */
    public static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    private static String token(String client, String role, String anchor, String audience, Duration life) {
        var claims = Jwt.claims()
                .subject("test")
                .claim("azp", client)
                .audience(audience)
                .claim("realm_access", Map.of("roles", List.of(role)))
                .issuedAt(java.time.Instant.now().minusSeconds(600))
                .expiresAt(java.time.Instant.now().plus(life));
        if (anchor != null) {
            claims.claim("anchor", anchor);
        }
        return claims.sign(KEYS.getPrivate());
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
