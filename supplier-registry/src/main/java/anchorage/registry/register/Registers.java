package anchorage.registry.register;

import anchorage.kit.security.Reach;
import anchorage.kit.work.Workers;
import anchorage.registry.RegistrySettings;
import anchorage.registry.identification.Identifications;
import anchorage.registry.register.Importer.RegisterRefused;
import anchorage.registry.register.RegisterImport.State;
import anchorage.registry.supplier.SupplierFacts.Source;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes the files of registers and loads them one after the other. A file is on disk before it is taken; a load that a
 * crash breaks off is begun again, which changes nothing twice.
 */
@ApplicationScoped
public class Registers {

    private static final Logger LOG = Logger.getLogger(Registers.class);
    private static final long LOADER = 0x0A2C_4E61L;

    private final Jdbi database;
    private final List<Importer> importers;
    private final Identifications identifications;
    private final Path folder;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);
    private final Workers loader = new Workers("register-loader", Reach.NOTHING, this::load);

    Registers(
            Jdbi database,
            @All List<Importer> importers,
            Identifications identifications,
            RegistrySettings settings,
            Clock clock) {
        this.database = database;
        this.importers = importers;
        this.identifications = identifications;
        this.folder = settings.importFolder();
        this.clock = clock;
    }

    void open(@Observes StartupEvent started) {
        loader.open(1);
    }

    void close(@Observes ShutdownEvent stopping) throws InterruptedException {
        loader.close();
    }

    /** Takes a file; when this returns its bytes are on disk and it will be loaded. */
    public RegisterImport take(RegisterKind kind, Source source, String fileName, String mapping, InputStream bytes) {
        var sha256 = keep(bytes);
        var id = UUID.randomUUID();
        database.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO register_import (id, kind, source, file_name, sha256, mapping, version_date, state, received_at)
                        VALUES (:id, :kind, :source, :fileName, :sha256, :mapping, :day, 'RECEIVED', :now)
                        """)
                .bind("id", id)
                .bind("kind", kind.slug())
                .bind("source", source.name())
                .bind("day", source.day().orElse(null))
                .bind("fileName", fileName)
                .bind("sha256", sha256)
                .bind("mapping", mapping)
                .bind("now", clock.instant())
                .execute());
        bell.release();
        return of(kind, id);
    }

    /** The import of that id. */
    public RegisterImport of(RegisterKind kind, UUID id) {
        return database.withHandle(
                        handle -> handle.createQuery("SELECT * FROM register_import WHERE id = :id AND kind = :kind")
                                .bind("id", id)
                                .bind("kind", kind.slug())
                                .map((row, context) -> registerImport(row))
                                .findOne())
                .orElseThrow(() -> new UnknownImport(id));
    }

    /** An import's place among all. */
    public record Place(Instant receivedAt, UUID id) {}

    /** Imports, the latest first, at most so many, those behind a place. */
    public List<RegisterImport> latest(Optional<Place> after, int most) {
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM register_import
                        WHERE CAST(:id AS uuid) IS NULL
                            OR (received_at, id) < (CAST(:receivedAt AS timestamptz), CAST(:id AS uuid))
                        ORDER BY received_at DESC, id DESC LIMIT :most
                        """)
                .bind("receivedAt", after.map(Place::receivedAt).orElse(null))
                .bind("id", after.map(Place::id).orElse(null))
                .bind("most", most)
                .map((row, context) -> registerImport(row))
                .list());
    }

    private void load() throws InterruptedException {
        if (!loadNext()) {
            bell.tryAcquire(2, TimeUnit.SECONDS);
            bell.drainPermits();
        }
    }

    /** Loads the oldest file that waits, while no other replica loads one. */
    private boolean loadNext() {
        // A connection of its own: what the load itself records must be seen by others before the lock is let go.
        try (var lock = database.open()) {
            lock.begin();
            var mine = lock.createQuery("SELECT pg_try_advisory_xact_lock(:lock)")
                    .bind("lock", LOADER)
                    .mapTo(Boolean.class)
                    .one();
            var next = mine ? oldestWaiting() : Optional.<Waiting>empty();
            next.ifPresent(this::load);
            lock.commit();
            return next.isPresent();
        }
    }

    private void load(Waiting waiting) {
        state(waiting.id, "READING", null);
        var kind = RegisterKind.of(waiting.kind);
        var importer = importers.stream()
                .filter(candidate -> candidate.kind() == kind)
                .findFirst()
                .orElseThrow();
        try {
            importer.load(
                    path(waiting.sha256),
                    new Source(waiting.source, Optional.ofNullable(waiting.day)),
                    waiting.mapping,
                    (read, taken, refused) -> progress(waiting.id, read, taken, refused));
            if (waiting.isBegun) {
                // Whom the load that broke off changed, this one found as it should be and did not look at again.
                identifications.decideUnidentifiedAgain();
            }
            state(waiting.id, "DONE", null);
            LOG.infof("a register was loaded import=%s kind=%s source=%s", waiting.id, waiting.kind, waiting.source);
        } catch (RegisterRefused refused) {
            state(waiting.id, "REFUSED", refused.getMessage());
        } catch (de.siegmar.fastcsv.reader.CsvParseException broken) {
            state(waiting.id, "REFUSED", "The CSV breaks off: " + broken.getMessage());
        } catch (IOException failure) {
            throw new UncheckedIOException("a register's file could not be read", failure);
        }
    }

    private Optional<Waiting> oldestWaiting() {
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM register_import WHERE state IN ('RECEIVED', 'READING')
                        ORDER BY received_at LIMIT 1
                        """)
                .map((row, context) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("source"),
                        row.getString("sha256"),
                        row.getString("mapping"),
                        row.getObject("version_date", LocalDate.class),
                        State.valueOf(row.getString("state")) == State.READING))
                .findOne());
    }

    private void state(UUID id, String state, String problem) {
        database.useHandle((Handle handle) -> handle.createUpdate("""
                        UPDATE register_import SET state = :state, problem = :problem,
                            finished_at = CASE WHEN CAST(:state AS text) IN ('DONE', 'REFUSED') THEN CAST(:now AS timestamptz) END
                        WHERE id = :id
                        """)
                .bind("state", state)
                .bind("problem", problem)
                .bind("now", clock.instant())
                .bind("id", id)
                .execute());
    }

    private void progress(UUID id, long read, long taken, long refused) {
        database.useHandle(handle -> handle.createUpdate("""
                        UPDATE register_import SET rows_read = :read, rows_taken = :taken, rows_refused = :refused
                        WHERE id = :id
                        """)
                .bind("read", read)
                .bind("taken", taken)
                .bind("refused", refused)
                .bind("id", id)
                .execute());
    }

    private String keep(InputStream bytes) {
        try {
            Files.createDirectories(folder);
            var arriving = folder.resolve("arriving-" + UUID.randomUUID());
            try (var digesting = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
                Files.copy(digesting, arriving);
                var sha256 =
                        HexFormat.of().formatHex(digesting.getMessageDigest().digest());
                Files.move(arriving, path(sha256), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return sha256;
            } finally {
                Files.deleteIfExists(arriving);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the register's file could not be kept", failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path path(String sha256) {
        return folder.resolve(sha256);
    }

    private static RegisterImport registerImport(ResultSet row) throws SQLException {
        var finished = row.getTimestamp("finished_at");
        return new RegisterImport(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("source"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getObject("version_date", LocalDate.class),
                RegisterKind.of(row.getString("kind")).licence(),
                State.valueOf(row.getString("state")),
                row.getTimestamp("received_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getLong("rows_read"),
                row.getLong("rows_taken"),
                row.getLong("rows_refused"),
                row.getString("problem"));
    }

    private record Waiting(
            UUID id, String kind, String source, String sha256, String mapping, LocalDate day, boolean isBegun) {}
}
