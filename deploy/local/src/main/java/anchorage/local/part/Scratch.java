package anchorage.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for a while: gone, with all that is in it, when it is closed. */
public record Scratch(Path folder) implements AutoCloseable {

    /** @param purpose the beginning of the folder's name, for whoever comes across it */
    public static Scratch of(String purpose) {
        try {
            return new Scratch(Files.createTempDirectory(purpose));
        } catch (IOException failure) {
            throw new UncheckedIOException("no folder could be made for " + purpose, failure);
        }
    }

    /** A place in the folder. */
    public Path resolve(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            // What lies deepest comes first. A part that was stopped may take files of its own away meanwhile.
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("a folder could not be removed: " + folder, failure);
        }
    }
}
