package anchorage.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids that are digests of what they stand for, as UUIDs of version 8 (RFC 9562): a supplier that a register knows by
 * its number has the same id after any number of imports, and on any machine.
 */
public final class DigestId {

    private DigestId() {}

    /** The id of what these words name together. */
    public static UUID of(String... words) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var word : words) {
                digest.update(word.getBytes(UTF_8));
                digest.update((byte) 0);
            }
            var bytes = ByteBuffer.wrap(digest.digest());
            long high = bytes.getLong() & ~0xF000L | 0x8000L;
            long low = bytes.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
