package anchorage.insight.trino;

import anchorage.local.part.PartFailed;
import anchorage.local.part.Pause;
import anchorage.local.part.Ports;
import anchorage.local.part.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real Trino server of one node, as a process of its own, whose Iceberg tables may be of any files of this machine. */
public final class Trino implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path archive;
    private final Path java;
    private final Path folder;
    private final int port = Ports.free();
    private final Running running;

    /**
     * @param archive the server's tar.gz
     * @param java the home of a JDK that is new enough for it
     * @param folder where it is unpacked and writes
     */
    public Trino(Path archive, Path java, Path folder) {
        this.archive = archive;
        this.java = java;
        this.folder = folder;
        this.running = new Running(folder.resolve("trino.pid"));
    }

    /** A connection that finds the tables of the schema {@code insight} by their names alone. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:trino://127.0.0.1:" + port + "/lake/insight?user=anchorage");
    }

    /** Starts it and waits until it answers. */
    public void start() {
        var distribution = unpacked();
        try {
            Files.createDirectories(folder.resolve("catalog"));
            Files.createDirectories(folder.resolve("plugin"));
            // The one of its sixty that is needed here; all of them would take a minute to load.
            Files.createSymbolicLink(folder.resolve("plugin/iceberg"), distribution.resolve("plugin/iceberg"));
            Files.writeString(folder.resolve("config.properties"), """
                    coordinator=true
                    node-scheduler.include-coordinator=true
                    http-server.http.port=%1$d
                    http-server.log.enabled=false
                    discovery.uri=http://127.0.0.1:%1$d
                    plugin.dir=%2$s/plugin
                    catalog.config-dir=%2$s/catalog
                    # The search for owners is seven steps, each of which it plans anew wherever it is read.
                    query.max-stage-count=1000
                    """.formatted(port, folder));
            Files.writeString(folder.resolve("catalog/lake.properties"), """
                    connector.name=iceberg
                    iceberg.catalog.type=TESTING_FILE_METASTORE
                    hive.metastore.catalog.dir=local://%1$s/tables
                    fs.native-local.enabled=true
                    local.location=/
                    iceberg.add-files-procedure.enabled=true
                    """.formatted(folder));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        running.start(
                List.of(
                        java.resolve("bin/java").toString(),
                        "-Xmx1500m",
                        "-XX:+UseG1GC",
                        "-Djdk.attach.allowAttachSelf=true",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dnode.environment=anchorage",
                        "-Dnode.bind-ip=127.0.0.1",
                        "-Dnode.internal-address=127.0.0.1",
                        "-Dnode.data-dir=" + folder.resolve("data"),
                        "-Dconfig=" + folder.resolve("config.properties"),
                        "-cp",
                        distribution.resolve("lib") + "/*",
                        "io.trino.server.TrinoServer"),
                Map.of(),
                folder.resolve("trino.log"));
        for (long waited = 0; !isReady(); waited++) {
            if (running.process().isEmpty() || waited > PATIENCE.toSeconds()) {
                throw new PartFailed("Trino did not start; see " + folder.resolve("trino.log"));
            }
            Pause.millis(1000);
        }
    }

    /** By the system's tar: the jars of a plugin are hard links to those of others, and Maven leaves them empty. */
    private Path unpacked() {
        try {
            var tar = new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", folder.toString())
                    .inheritIO()
                    .start();
            if (tar.waitFor() != 0) {
                throw new PartFailed("tar could not unpack " + archive);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted");
        }
        return folder.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
    }

    private boolean isReady() {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        running.stop("TERM", Duration.ofSeconds(30));
    }
}
