package anchorage.kit.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes up to where changes were read as a bookmark, and reads it back. Unlike a cursor's, the place is nothing that
 * was shown: it tells how much went on in the whole service. So a bookmark is encrypted, with AES-256-GCM (NIST SP
 * 800-38D), bound to what it belongs to. It has no end.
 */
@ApplicationScoped
class Bookmarks {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec nonceKey;
    private final SecretKeySpec key;

    Bookmarks(@ConfigProperty(name = "pages.key") String key) {
        var given = Cursors.key(key);
        this.nonceKey = new SecretKeySpec(mac(given, "nonces of bookmarks".getBytes(UTF_8)), Cursors.ALGORITHM);
        this.key = new SecretKeySpec(mac(given, "bookmarks".getBytes(UTF_8)), "AES");
    }

    /**
     * The bookmark of a position: of the same one always the same, so that an answer that has not changed is the same.
     *
     * @param of what is read, its filters and the caller, to whom alone it is to be of use
     */
    String write(Position position, List<String> of) {
        var place = Texts.written(0, position.parts());
        var belongs = Texts.written(0, of);
        // Made from all that is encrypted and bound, so that no two different messages share one (as in RFC 5297).
        var nonce = Arrays.copyOf(mac(nonceKey, belongs, place), NONCE);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, belongs, place);
        var bytes = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, bytes, NONCE, sealed.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The position of a bookmark.
     *
     * @param of what it is sent to, and by whom
     * @throws UnusableCursor if it was not written for them
     */
    Position read(String bookmark, List<String> of) {
        try {
            var bytes = Base64.getUrlDecoder().decode(bookmark);
            if (bytes.length <= NONCE + TAG_BITS / 8) {
                throw new UnusableCursor();
            }
            var place = run(
                    Cipher.DECRYPT_MODE,
                    Arrays.copyOf(bytes, NONCE),
                    Texts.written(0, of),
                    Arrays.copyOfRange(bytes, NONCE, bytes.length));
            try (var data = new DataInputStream(new ByteArrayInputStream(place))) {
                data.readLong();
                return new Position(Texts.read(data));
            }
        } catch (IllegalArgumentException notOurs) {
            throw new UnusableCursor();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a bookmark of our own writing cannot be read", impossible);
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] belongs, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(belongs);
            return cipher.doFinal(text);
        } catch (AEADBadTagException notOurs) {
            throw new UnusableCursor();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] mac(SecretKeySpec key, byte[]... texts) {
        try {
            var mac = Mac.getInstance(Cursors.ALGORITHM);
            mac.init(key);
            for (var text : texts) {
                mac.update(text);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
