package anchorage.ingest.upload;

import anchorage.ingest.IngestSettings;
import anchorage.ingest.upload.Uploads.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Where the bytes of uploads wait: a folder for each, in it a file for each append. */
@ApplicationScoped
class UploadFolder {

    private final Path folder;

    UploadFolder(IngestSettings settings) {
        this.folder = settings.rawFolder().resolve("uploads");
    }

    /** A new, empty file for one append. */
    FileChannel append(UUID upload, UUID token) throws IOException {
        Files.createDirectories(folder.resolve(upload.toString()));
        return FileChannel.open(file(upload, token), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** The bytes of the parts, one after the other. */
    InputStream open(UUID upload, List<Stored> parts) {
        return new SequenceInputStream(Collections.enumeration(
                parts.stream().map(part -> open(upload, part)).toList()));
    }

    void remove(UUID upload) {
        var home = folder.resolve(upload.toString());
        if (!Files.exists(home)) {
            return;
        }
        try (var files = Files.list(home)) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(home);
        } catch (IOException failure) {
            throw new UncheckedIOException("the bytes of an upload could not be removed", failure);
        }
    }

    /** The uploads of which there are bytes. */
    List<UUID> known() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var homes = Files.list(folder)) {
            return homes.map(home -> UUID.fromString(home.getFileName().toString()))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("the folder of uploads could not be listed", failure);
        }
    }

    /** A part's recorded bytes; what its file has beyond them arrived after another request had taken over. */
    private InputStream open(UUID upload, Stored part) {
        try {
            var file = file(upload, part.token());
            if (Files.size(file) < part.size()) {
                throw new IllegalStateException("bytes of upload " + upload + " were lost from " + file);
            }
            return new FirstBytes(Files.newInputStream(file), part.size());
        } catch (IOException failure) {
            throw new UncheckedIOException("the bytes of an upload could not be read", failure);
        }
    }

    private Path file(UUID upload, UUID token) {
        return folder.resolve(upload.toString()).resolve(token.toString());
    }

    private static final class FirstBytes extends FilterInputStream {

        private long left;

        FirstBytes(InputStream bytes, long count) {
            super(bytes);
            this.left = count;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) throws IOException {
            if (left == 0) {
                return -1;
            }
            int got = super.read(buffer, offset, (int) Math.min(count, left));
            left -= Math.max(0, got);
            return got;
        }
    }
}
