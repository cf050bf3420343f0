package anchorage.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** Secrets of one installation: made at first need, kept in files that only their owner reads. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** The secret of that name, made now if there is none. */
    public synchronized String of(String name) {
        return known(name).orElseGet(() -> {
            var bytes = new byte[24];
            RANDOM.nextBytes(bytes);
            return keep(name, HexFormat.of().formatHex(bytes));
        });
    }

    /** The secret of that name, if there is one. */
    public Optional<String> known(String name) {
        try {
            var file = folder.resolve(name);
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException failure) {
            throw new PartFailed("could not read the secret " + name, failure);
        }
    }

    /** Keeps a secret no longer. */
    public synchronized void forget(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException failure) {
            throw new PartFailed("could not forget the secret " + name + " in " + folder, failure);
        }
    }

    /** Keeps a secret that was made elsewhere. */
    public synchronized String keep(String name, String value) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            var file = folder.resolve(name);
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, value);
            return value;
        } catch (IOException failure) {
            throw new PartFailed("could not keep the secret " + name + " in " + folder, failure);
        }
    }
}
