package anchorage.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** A private key with which a client signs who it is ({@code private_key_jwt}, RFC 7523), so that no secret is sent. */
public final class SigningKey implements Credentials {

    private static final String TOKEN_PATH = "/protocol/openid-connect/token";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int SECONDS = 60;

    private final String name;
    private final PrivateKey key;

    private SigningKey(String name, PrivateKey key) {
        this.name = name;
        this.key = key;
    }

    /**
     * The key in a file, PKCS #8 as PEM: RSA, or EC on the curve P-256.
     *
     * @param name the {@code kid} under which Anchorage knows its public half
     */
    public static SigningKey of(Path file, String name) {
        try {
            var pem = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            var bytes = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem));
            return new SigningKey(name, key(bytes));
        } catch (IOException failure) {
            throw new NotDone(Outcome.NO_FILE, "cannot read the key in " + file, failure);
        } catch (IllegalArgumentException | GeneralSecurityException failure) {
            throw new NotDone(
                    Outcome.NO_FILE,
                    file
                            + " holds no private key that can be read: PKCS #8 as PEM, without a password, RSA or EC"
                            + " P-256",
                    failure);
        }
    }

    @Override
    public Map<String, String> of(String client, URI tokenUrl) {
        return Map.of(
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion(client, tokenUrl));
    }

    private static PrivateKey key(PKCS8EncodedKeySpec bytes) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(bytes);
        } catch (GeneralSecurityException noRsa) {
            return KeyFactory.getInstance("EC").generatePrivate(bytes);
        }
    }

    /** For the issuer alone, which Keycloak names by the part of its token address before {@value #TOKEN_PATH}. */
    private String assertion(String client, URI tokenUrl) {
        var isRsa = key.getAlgorithm().equals("RSA");
        var now = Instant.now().getEpochSecond();
        var signed = encoded("{\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(isRsa ? "RS256" : "ES256", name)) + "."
                + encoded(
                        "{\"iss\":\"%1$s\",\"sub\":\"%1$s\",\"aud\":\"%2$s\",\"jti\":\"%3$s\",\"iat\":%4$d,\"exp\":%5$d}"
                                .formatted(
                                        client,
                                        tokenUrl.toString().replace(TOKEN_PATH, ""),
                                        UUID.randomUUID(),
                                        now,
                                        now + SECONDS));
        try {
            var signature = Signature.getInstance(isRsa ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(signed.getBytes(UTF_8));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException failure) {
            throw new NotDone(Outcome.NO_FILE, "the key '" + name + "' does not sign", failure);
        }
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(UTF_8));
    }
}
