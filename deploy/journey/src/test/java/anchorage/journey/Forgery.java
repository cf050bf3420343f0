package anchorage.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that say what a good one says, and that nobody signed who may. */
final class Forgery {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Forgery() {}

    /** The good token's claims under an algorithm that needs no signature. */
    static String unsigned(String good) {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + good.split("\\.")[1] + ".";
    }

    /** The good token's header and claims, signed with a key that the realm does not have. */
    static String signedByAnother(String good) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var parts = good.split("\\.");
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(generator.generateKeyPair().getPrivate());
        signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
        return parts[0] + "." + parts[1] + "." + BASE64.encodeToString(signature.sign());
    }

    /** The good token's claims, with the realm's public key used as if it were a shared secret. */
    static String signedByThePublicKey(String good, String publicKey) throws GeneralSecurityException, IOException {
        var parts = good.split("\\.");
        var header = JSON.createObjectNode()
                .put("alg", "HS256")
                .put("typ", "JWT")
                .put(
                        "kid",
                        JSON.readTree(Base64.getUrlDecoder().decode(parts[0]))
                                .get("kid")
                                .asText());
        var signed = encoded(header.toString()) + "." + parts[1];
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(publicKey), "HmacSHA256"));
        return signed + "." + BASE64.encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(UTF_8));
    }
}
