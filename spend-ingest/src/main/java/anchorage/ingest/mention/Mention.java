package anchorage.ingest.mention;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/**
 * A supplier as one anchor wrote it.
 *
 * @param supplierCode the anchor's own code, or empty
 * @param identifiers as {@code scheme:value}
 * @param postcode or empty
 */
public record Mention(String anchor, String supplierCode, String name, List<String> identifiers, String postcode) {

    public Mention {
        identifiers = List.copyOf(identifiers);
    }

    /**
     * The mention's id: a digest of everything it says, as a UUID of version 8 (RFC 9562), so that the same mention has
     * the same id in every delivery, without anybody keeping a list.
     */
    public UUID id() {
        var digest = sha256();
        for (var part : List.of(anchor, supplierCode, name, String.join("\u001f", identifiers), postcode)) {
            digest.update(part.getBytes(UTF_8));
            digest.update((byte) 0);
        }
        var bytes = ByteBuffer.wrap(digest.digest());
        long high = bytes.getLong() & ~0xF000L | 0x8000L;
        long low = bytes.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
