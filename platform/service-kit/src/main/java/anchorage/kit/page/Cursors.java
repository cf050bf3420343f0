package anchorage.kit.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes positions as cursors and reads them back: until when, and where, with an HMAC-SHA256 (RFC 2104) of that and of
 * all that the cursor belongs to. What it belongs to is not in it, so one from elsewhere looks like any forgery.
 */
@ApplicationScoped
class Cursors {

    /** Longer than anybody walks through a list, and shorter than a list keeps its meaning. */
    private static final Duration GOOD = Duration.ofDays(1);

    private static final int SHORTEST_KEY = 32;
    private static final int MAC = 32;

    static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;

    @Inject
    Cursors(@ConfigProperty(name = "pages.key") String key) {
        this(key, Clock.systemUTC());
    }

    Cursors(String key, Clock clock) {
        this.key = key(key);
        this.clock = clock;
    }

    /** What cursors and bookmarks are made with. */
    static SecretKeySpec key(String text) {
        if (text.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "pages.key is too short. Set it to " + SHORTEST_KEY + " random characters or more.");
        }
        return new SecretKeySpec(text.getBytes(UTF_8), ALGORITHM);
    }

    /**
     * The cursor of a position.
     *
     * @param of the list, its filters and the caller, to whom alone it is to be of use
     */
    String write(Position position, List<String> of) {
        var until = clock.instant().plus(GOOD).getEpochSecond();
        var written = Texts.written(until, position.parts());
        var bytes = Arrays.copyOf(written, written.length + MAC);
        System.arraycopy(mac(written, of), 0, bytes, written.length, MAC);
        return text(bytes);
    }

    /**
     * The position of a cursor.
     *
     * @param of what the cursor is sent to, and by whom
     * @throws UnusableCursor if it was not written for them
     * @throws ExpiredCursor if it was, and is not good any more
     */
    Position read(String cursor, List<String> of) {
        var bytes = bytes(cursor);
        var written = Arrays.copyOf(bytes, bytes.length - MAC);
        var mac = Arrays.copyOfRange(bytes, written.length, bytes.length);
        if (!MessageDigest.isEqual(mac, mac(written, of))) {
            throw new UnusableCursor();
        }
        try (var data = new DataInputStream(new ByteArrayInputStream(written))) {
            var until = Instant.ofEpochSecond(data.readLong());
            if (!clock.instant().isBefore(until)) {
                throw new ExpiredCursor(until);
            }
            return new Position(Texts.read(data));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a cursor of our own writing cannot be read", impossible);
        }
    }

    /** The bytes of a cursor that is written as we write them; base64 leaves ways to write the same bytes otherwise. */
    private static byte[] bytes(String cursor) {
        try {
            var bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length > MAC && text(bytes).equals(cursor)) {
                return bytes;
            }
        } catch (IllegalArgumentException notOurs) {
            throw new UnusableCursor();
        }
        throw new UnusableCursor();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] mac(byte[] written, List<String> of) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(Texts.written(written.length, of));
            return mac.doFinal(written);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
