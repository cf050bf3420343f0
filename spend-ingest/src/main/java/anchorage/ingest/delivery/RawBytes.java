package anchorage.ingest.delivery;

import anchorage.ingest.IngestSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** The original bytes of deliveries, each file named by its SHA-256, never changed and never removed. */
@ApplicationScoped
public class RawBytes {

    private final Path folder;

    RawBytes(IngestSettings settings) {
        this.folder = settings.rawFolder();
    }

    /** Bytes that are safely on disk. */
    record Kept(String sha256, long length) {}

    /**
     * Keeps all bytes of the stream; when this returns they survive a power cut.
     *
     * @param digest SHA-256 in base64 that the bytes must have, if the sender said
     */
    Kept keep(InputStream bytes, Optional<String> digest) {
        try {
            Files.createDirectories(folder);
            var arriving = folder.resolve("arriving-" + UUID.randomUUID());
            try {
                var kept = write(bytes, arriving, digest);
                var place = path(kept.sha256());
                Files.createDirectories(place.getParent());
                Files.move(arriving, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                sync(place.getParent());
                return kept;
            } finally {
                Files.deleteIfExists(arriving);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the delivery's bytes could not be kept", failure);
        }
    }

    /** Where the bytes of that SHA-256 are. */
    public Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static Kept write(InputStream bytes, Path file, Optional<String> digest) throws IOException {
        var sha256 = sha256();
        long length = 0;
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = new byte[1 << 16];
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                sha256.update(buffer, 0, count);
                var chunk = ByteBuffer.wrap(buffer, 0, count);
                while (chunk.hasRemaining()) {
                    channel.write(chunk);
                }
                length += count;
            }
            if (length == 0) {
                throw BytesRefused.empty();
            }
            channel.force(true);
        }
        var found = sha256.digest();
        var base64 = Base64.getEncoder().encodeToString(found);
        if (digest.isPresent() && !digest.get().equals(base64)) {
            throw BytesRefused.otherDigest(digest.get(), base64);
        }
        return new Kept(HexFormat.of().formatHex(found), length);
    }

    private static void sync(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
