package anchorage.registry.supplier;

import anchorage.registry.RegistrySettings;
import anchorage.registry.candidate.IndexedSupplier;
import anchorage.registry.candidate.NameIndex;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps the index of names in step with the database: it reads again every supplier that a transaction changed which had
 * not ended when it last looked. The index is a copy; deleted, it is made again.
 */
@ApplicationScoped
public class SupplierIndex {

    private static final Logger LOG = Logger.getLogger(SupplierIndex.class);
    private static final int PAGE = 2000;

    private final Jdbi database;
    private final Path folder;
    private NameIndex real;
    private NameIndex demonstration;
    private long position;
    private final Map<UUID, Long> seen = new HashMap<>();
    private final ExecutorService follower = Executors.newSingleThreadExecutor(task -> new Thread(task, "name-index"));
    private final AtomicBoolean isAsked = new AtomicBoolean();

    SupplierIndex(Jdbi database, RegistrySettings settings) {
        this.database = database;
        this.folder = settings.indexFolder();
    }

    void open(@Observes StartupEvent started) throws IOException {
        real = new NameIndex(directory("real"));
        demonstration = new NameIndex(directory("demonstration"));
        position = Math.min(real.position(), demonstration.position());
        catchUp();
    }

    void close(@Observes ShutdownEvent stopping) throws IOException, InterruptedException {
        follower.shutdown();
        follower.awaitTermination(10, TimeUnit.SECONDS);
        real.close();
        demonstration.close();
    }

    /** The index of the demonstration region's suppliers, or of all others; the two never mix. */
    public NameIndex of(boolean isDemonstration) {
        return isDemonstration ? demonstration : real;
    }

    /** An index of these suppliers and no others, in memory. The caller closes it. */
    public NameIndex only(Collection<UUID> suppliers) {
        var some = new NameIndex(new ByteBuffersDirectory());
        var ids = List.copyOf(suppliers);
        database.useHandle(handle -> {
            for (int from = 0; from < ids.size(); from += PAGE) {
                var page = ids.subList(from, Math.min(from + PAGE, ids.size()));
                some.put(FactRows.now(handle, page).stream()
                        .map(SupplierIndex::indexed)
                        .toList());
            }
        });
        some.refresh();
        return some;
    }

    /**
     * Has what was committed taken in while the caller goes on, so that whoever next needs the index as it must be finds
     * little left to read. Failing is no harm: what was not taken in is read by the next that looks.
     */
    public void follow() {
        if (isAsked.compareAndSet(false, true)) {
            follower.execute(() -> {
                isAsked.set(false);
                try {
                    catchUp();
                } catch (RuntimeException failure) {
                    LOG.warn(
                            "the index of names could not be brought up to date; the next to look tries again",
                            failure);
                }
            });
        }
    }

    /** Takes into the index whatever was committed before this call. */
    public synchronized void catchUp() {
        database.useHandle(handle -> {
            var now = snapshot(handle);
            long unfinished = now.unfinished;
            int changed = 0;
            var last = new Changed(new UUID(0, 0), position, false, false);
            for (var page = between(handle, last, now); !page.isEmpty(); page = between(handle, last, now)) {
                var fresh = new ArrayList<UUID>();
                for (var row : page) {
                    if (!Long.valueOf(row.changedIn).equals(seen.get(row.id))) {
                        fresh.add(row.id);
                    }
                    // What changed before every unfinished transaction is not read again, so it need not be remembered:
                    // there may be millions.
                    if (row.changedIn >= unfinished) {
                        seen.put(row.id, row.changedIn);
                    }
                }
                take(handle, page, fresh);
                changed += fresh.size();
                last = page.get(page.size() - 1);
            }
            seen.values().removeIf(changedIn -> changedIn < unfinished);
            if (changed > 0) {
                position = unfinished;
                real.commit(position);
                demonstration.commit(position);
                LOG.infof("the index of names was brought up to date suppliers=%d", changed);
            } else {
                position = unfinished;
            }
        });
    }

    private record Changed(UUID id, long changedIn, boolean isDemonstration, boolean isListed) {}

    /**
     * Where the transactions stand.
     *
     * @param unfinished the first that had not ended
     * @param next the first that had not begun; what a register's load goes on to store is for the next to look, or
     *     this one would follow it to its end
     */
    private record Snapshot(long unfinished, long next) {}

    private static Snapshot snapshot(Handle handle) {
        return handle.createQuery("""
                        SELECT CAST(CAST(pg_snapshot_xmin(now) AS text) AS bigint) AS unfinished,
                            CAST(CAST(pg_snapshot_xmax(now) AS text) AS bigint) AS next
                        FROM pg_current_snapshot() now
                        """)
                .map((row, context) -> new Snapshot(row.getLong("unfinished"), row.getLong("next")))
                .one();
    }

    private static List<Changed> between(Handle handle, Changed last, Snapshot now) {
        return handle.createQuery("""
                        SELECT id, changed_in, demonstration, NOT provisional AND NOT EXISTS (
                            SELECT 1 FROM supplier_merge merge
                            WHERE merge.merged = supplier.id AND merge.undone_at IS NULL) AS listed
                        FROM supplier WHERE (changed_in, id) > (:changedIn, :id) AND changed_in < :next
                        ORDER BY changed_in, id LIMIT :limit
                        """)
                .bind("next", now.next)
                .bind("changedIn", last.changedIn)
                .bind("id", last.id)
                .bind("limit", PAGE)
                .map((row, context) -> new Changed(
                        row.getObject("id", UUID.class),
                        row.getLong("changed_in"),
                        row.getBoolean("demonstration"),
                        row.getBoolean("listed")))
                .list();
    }

    private void take(Handle handle, List<Changed> page, List<UUID> fresh) {
        Set<UUID> wanted = new HashSet<>(fresh);
        for (boolean isDemonstration : new boolean[] {false, true}) {
            var listed = new ArrayList<UUID>();
            var gone = new ArrayList<UUID>();
            page.stream()
                    .filter(row -> wanted.contains(row.id) && row.isDemonstration == isDemonstration)
                    .forEach(row -> (row.isListed ? listed : gone).add(row.id));
            of(isDemonstration).remove(gone);
            of(isDemonstration)
                    .put(FactRows.now(handle, listed).stream()
                            .map(SupplierIndex::indexed)
                            .toList());
        }
    }

    private static IndexedSupplier indexed(Supplier supplier) {
        return new IndexedSupplier(
                supplier.id(),
                supplier.facts(SupplierFact.Kind.NAME).stream()
                        .map(recorded -> new IndexedSupplier.Named(
                                recorded.fact().value(), recorded.fact().role()))
                        .distinct()
                        .toList(),
                keys(supplier, SupplierFact.Kind.PREMISES),
                keys(supplier, SupplierFact.Kind.IDENTIFIER),
                supplier.isPerson());
    }

    private static List<String> keys(Supplier supplier, SupplierFact.Kind kind) {
        return supplier.facts(kind).stream()
                .map(recorded -> recorded.fact().key())
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
    }

    private MMapDirectory directory(String name) {
        try {
            return new MMapDirectory(Files.createDirectories(folder.resolve(name)));
        } catch (IOException failure) {
            throw new UncheckedIOException("the folder of the index of names could not be made: " + folder, failure);
        }
    }
}
