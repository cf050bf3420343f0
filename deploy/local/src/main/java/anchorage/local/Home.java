package anchorage.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where things are on this machine.
 *
 * @param root the project's folder
 * @param data the installation's folder: databases, ledger, secrets, logs
 * @param portOffset added to every port
 */
public record Home(Path root, Path data, int portOffset) {

    /** The places an environment names: ANCHORAGE_ROOT, ANCHORAGE_DATA and ANCHORAGE_PORT_OFFSET. */
    public static Home of(Map<String, String> environment) {
        var root = Path.of(environment.getOrDefault("ANCHORAGE_ROOT", "."))
                .toAbsolutePath()
                .normalize();
        var data = environment.containsKey("ANCHORAGE_DATA")
                ? Path.of(environment.get("ANCHORAGE_DATA"))
                : root.resolve(".anchorage");
        return new Home(
                root,
                data.toAbsolutePath().normalize(),
                Integer.parseInt(environment.getOrDefault("ANCHORAGE_PORT_OFFSET", "0")));
    }

    /** The same, with another folder for data. */
    public Home withData(Path other) {
        return new Home(root, other.toAbsolutePath().normalize(), portOffset);
    }

    /** A port, moved by the offset. */
    public int port(int usual) {
        return usual + portOffset;
    }

    public Path logs() {
        return data.resolve("logs");
    }

    /** The gateway's address. */
    public String gateway() {
        return "http://localhost:" + port(8080);
    }

    /** Whether this installation has data already. */
    public boolean isUsed() {
        return Files.exists(data.resolve("postgres/data/PG_VERSION"));
    }
}
