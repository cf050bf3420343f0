package anchorage.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Which uploads have been begun for which files and not seen to end. A file that has changed is another file. */
final class UnfinishedUploads {

    private final Path folder;

    UnfinishedUploads(Path folder) {
        this.folder = folder;
    }

    Optional<String> of(String push, Path file) {
        try {
            var note = note(push, file);
            return Files.exists(note) ? Optional.of(Files.readString(note)) : Optional.empty();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    void keep(String push, Path file, String upload) {
        try {
            Files.createDirectories(folder);
            Files.writeString(note(push, file), upload);
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    void forget(String push, Path file) {
        try {
            Files.deleteIfExists(note(push, file));
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private Path note(String push, Path file) throws IOException {
        var what = String.join(
                "\n",
                push,
                file.toAbsolutePath().normalize().toString(),
                String.valueOf(Files.size(file)),
                Files.getLastModifiedTime(file).toString());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(what.getBytes(UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private NotDone failed(IOException failure) {
        return new NotDone(Outcome.NO_FILE, "could not use the notes of unfinished uploads in " + folder, failure);
    }
}
