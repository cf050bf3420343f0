package anchorage.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import anchorage.ingest.IngestSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets as the database keeps them: AES-256 in GCM, under a key that the database does not hold. Each is bound to its
 * webhook, so that one put in another's place does not open.
 */
@ApplicationScoped
class Seal {

    /** Of random text this long there is no guessing, so its plain digest will do for a key. */
    private static final int SHORTEST_KEY = 32;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    @Inject
    Seal(IngestSettings settings) {
        this(settings.webhooks().key());
    }

    Seal(String key) {
        if (key.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "ingest.webhooks.key is too short. Set it to " + SHORTEST_KEY + " random characters or more.");
        }
        this.key = new SecretKeySpec(digest(key), "AES");
    }

    byte[] close(WebhookSecret secret, UUID webhook) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, secret.bytes(), webhook);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    WebhookSecret open(byte[] sealed, UUID webhook) {
        var nonce = new byte[NONCE];
        var rest = new byte[sealed.length - NONCE];
        ByteBuffer.wrap(sealed).get(nonce).get(rest);
        return WebhookSecret.of(run(Cipher.DECRYPT_MODE, nonce, rest, webhook));
    }

    private byte[] run(int mode, byte[] nonce, byte[] bytes, UUID webhook) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(webhook.toString().getBytes(UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(
                    "the secret of webhook " + webhook + " does not open; is ingest.webhooks.key another?", failure);
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
