package anchorage.ingest.anchor;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.math.BigInteger;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A public key with which a publisher proves who it is (RFC 7517). A private key has members that are not here, so it
 * is refused unread.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublisherKey(
        @Schema(description = "RSA, or EC on the curve P-256") @NotBlank @Pattern(regexp = "RSA|EC")
        String kty,

        @Schema(
                description = "Your name for the key; each request for a token says which key signed it",
                examples = "2026-11")
        @NotBlank
        String kid,

        String use,
        String alg,
        String n,
        String e,
        String crv,
        String x,
        String y) {

    private static final int SHORTEST_RSA = 2048;
    private static final int P_256_BYTES = 32;

    public PublisherKey {
        // The identity provider passes over a key that does not say what it is for.
        use = use == null ? "sig" : use;
    }

    /** Whether it is a key of a kind that is taken, and long enough. */
    @JsonIgnore
    public boolean isFit() {
        return "RSA".equals(kty)
                ? e != null && n != null && bits(n) >= SHORTEST_RSA
                : "P-256".equals(crv) && bytes(x) == P_256_BYTES && bytes(y) == P_256_BYTES;
    }

    private static int bits(String base64) {
        return new BigInteger(1, decoded(base64)).bitLength();
    }

    private static int bytes(String base64) {
        return base64 == null ? 0 : decoded(base64).length;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
