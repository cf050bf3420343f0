package anchorage.local.part;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** A real PostgreSQL 18, from its binaries in the Maven registry, with one database and one role for each service. */
public final class Postgres {

    private static final String BINARIES = "/postgres-linux-x86_64.txz";

    private final Path home;
    private final Path log;
    private final int port;
    private final Secrets secrets;
    private final Running running;

    /**
     * @param home folder for the binaries and the data
     * @param log file for the server's output
     */
    public Postgres(Path home, Path log, int port, Secrets secrets) {
        this.home = home;
        this.log = log;
        this.port = port;
        this.secrets = secrets;
        this.running = new Running(home.resolve("postgres.pid"));
    }

    public Running running() {
        return running;
    }

    /** Starts the server, making its data folder first if there is none, and waits until it answers. */
    public void start() {
        if (running.process().isEmpty()) {
            Ports.mustBeFree(port, "PostgreSQL");
            unpack();
            initialise();
            var command = new ArrayList<>(asOrdinaryUser());
            command.addAll(List.of(
                    binary("postgres"),
                    "-D",
                    data().toString(),
                    "-p",
                    String.valueOf(port),
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "unix_socket_directories=",
                    "-c",
                    "max_connections=120",
                    "-c",
                    "shared_buffers=256MB",
                    "-c",
                    "max_wal_size=4GB",
                    "-c",
                    "timezone=UTC"));
            running.start(command, Map.of("LC_ALL", "C.UTF-8"), log);
        }
        awaitAnswer();
    }

    /** Makes a role and a database of that name, unless they exist, which no other service's role can enter. */
    public void database(String name) {
        try (var connection = superuser("postgres")) {
            var password = secrets.of("postgres-" + name);
            try (var statement = connection.createStatement()) {
                var roles = statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'");
                if (!roles.next()) {
                    statement.execute("CREATE ROLE \"" + name + "\" LOGIN PASSWORD '" + password + "'");
                }
                var databases = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'");
                if (!databases.next()) {
                    statement.execute("CREATE DATABASE \"" + name + "\" OWNER \"" + name + "\" ENCODING 'UTF8'");
                    statement.execute("REVOKE ALL ON DATABASE \"" + name + "\" FROM PUBLIC");
                }
            }
        } catch (SQLException failure) {
            throw new PartFailed("could not make the database " + name + ": " + failure.getMessage(), failure);
        }
    }

    /** The JDBC address of a database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The password of the role of that name. */
    public String password(String name) {
        return secrets.of("postgres-" + name);
    }

    /** Stops the server; running statements are rolled back. */
    public void stop() {
        running.stop("INT", Duration.ofSeconds(20));
    }

    private java.sql.Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", secrets.of("postgres-superuser"));
    }

    private void awaitAnswer() {
        for (int tries = 0; tries < 150; tries++) {
            try {
                superuser("postgres").close();
                return;
            } catch (SQLException notYet) {
                if (running.process().isEmpty()) {
                    throw new PartFailed("PostgreSQL did not start; see " + log);
                }
                Pause.millis(200);
            }
        }
        throw new PartFailed("PostgreSQL did not answer within 30 s; see " + log);
    }

    private void initialise() {
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return;
        }
        try {
            var password = Files.createTempFile("superuser", ".secret");
            try {
                Files.writeString(password, secrets.of("postgres-superuser"));
                var command = new ArrayList<>(asOrdinaryUser());
                command.addAll(List.of(
                        binary("initdb"),
                        "-D",
                        data().toString(),
                        "-U",
                        "postgres",
                        "--auth=scram-sha-256",
                        "--pwfile=" + password,
                        "-E",
                        "UTF8",
                        "--locale=C.UTF-8"));
                Command.run(command, Map.of("LC_ALL", "C.UTF-8"), log);
            } finally {
                Files.deleteIfExists(password);
            }
        } catch (IOException failure) {
            throw new PartFailed("could not prepare " + data(), failure);
        }
    }

    /** PostgreSQL refuses to run as root, so root runs it in a user namespace in which it is nobody. */
    private static List<String> asOrdinaryUser() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
    }

    private Path data() {
        return home.resolve("data");
    }

    private String binary(String name) {
        return home.resolve("binaries/bin").resolve(name).toString();
    }

    private void unpack() {
        if (Files.exists(home.resolve("binaries/complete"))) {
            return;
        }
        try (InputStream packed = Postgres.class.getResourceAsStream(BINARIES)) {
            if (packed == null) {
                throw new PartFailed("there are no PostgreSQL binaries for this system; Linux on x86-64 is supported");
            }
            try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    var target =
                            home.resolve("binaries").resolve(entry.getName()).normalize();
                    if (entry.isDirectory()) {
                        Files.createDirectories(target);
                        continue;
                    }
                    Files.createDirectories(target.getParent());
                    Files.deleteIfExists(target);
                    if (entry.isSymbolicLink()) {
                        Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                        continue;
                    }
                    Files.copy(tar, target);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(target, executable());
                    }
                }
            }
            Files.createFile(home.resolve("binaries/complete"));
        } catch (IOException failure) {
            throw new PartFailed("could not unpack PostgreSQL into " + home, failure);
        }
    }

    private static Set<PosixFilePermission> executable() {
        return EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.OWNER_EXECUTE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.GROUP_EXECUTE,
                PosixFilePermission.OTHERS_READ,
                PosixFilePermission.OTHERS_EXECUTE);
    }
}
