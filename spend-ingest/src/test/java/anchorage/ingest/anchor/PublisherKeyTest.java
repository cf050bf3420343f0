package anchorage.ingest.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PublisherKeyTest {

    private static final String COORDINATE =
            Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);

    @Test
    void takesLongRsaKeysAndTheCurveP256() throws NoSuchAlgorithmException {
        assertThat(rsa(2048).isFit()).isTrue();
        assertThat(ec("P-256", COORDINATE).isFit()).isTrue();
    }

    @Test
    void refusesShortKeysOtherCurvesAndWhatIsMissing() throws NoSuchAlgorithmException {
        assertThat(rsa(1024).isFit()).isFalse();
        assertThat(ec("P-384", COORDINATE).isFit()).isFalse();
        assertThat(ec("P-256", "AAAA").isFit()).isFalse();
        assertThat(ec("P-256", null).isFit()).isFalse();
        assertThat(ec("P-256", "not base64").isFit()).isFalse();
        assertThat(new PublisherKey("RSA", "k", null, null, null, "AQAB", null, null, null).isFit())
                .isFalse();
    }

    private static PublisherKey rsa(int bits) throws NoSuchAlgorithmException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        var key = (RSAPublicKey) generator.generateKeyPair().getPublic();
        var modulus = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.getModulus().toByteArray());
        return new PublisherKey("RSA", "k", "sig", "RS256", modulus, "AQAB", null, null, null);
    }

    private static PublisherKey ec(String curve, String coordinate) {
        return new PublisherKey("EC", "k", null, null, null, null, curve, coordinate, coordinate);
    }
}
