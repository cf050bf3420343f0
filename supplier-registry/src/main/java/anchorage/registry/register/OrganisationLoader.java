package anchorage.registry.register;

import anchorage.registry.identification.Identifications;
import anchorage.registry.register.Importer.Progress;
import anchorage.registry.supplier.RegisteredSupplier;
import anchorage.registry.supplier.SupplierFacts;
import anchorage.registry.supplier.SupplierFacts.Source;
import anchorage.registry.supplier.SupplierIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** Brings the organisations of a register into the registry, some thousands at a time, however many there are. */
@ApplicationScoped
class OrganisationLoader {

    private static final int AT_ONCE = 5000;
    private static final int INDEXED_AT_ONCE = 20_000;

    /** Changes up to which it is worth asking which mentions they could be; beyond, all are asked about. */
    private static final int FEW = 20_000;

    private final Jdbi database;
    private final SupplierFacts facts;
    private final SupplierIndex index;
    private final Identifications identifications;

    OrganisationLoader(Jdbi database, SupplierFacts facts, SupplierIndex index, Identifications identifications) {
        this.database = database;
        this.facts = facts;
        this.index = index;
        this.identifications = identifications;
    }

    /** Reads a register, giving each organisation, or nothing for a row that has none, to the one it is given. */
    interface Reading {
        void each(Consumer<Optional<RegisteredSupplier>> organisation) throws IOException;
    }

    /** Loads a file of rows under a header that must have these columns. */
    void loadRows(
            Path file,
            Source source,
            Progress progress,
            List<String> needed,
            Function<RegisterRow, Optional<RegisteredSupplier>> organisation)
            throws IOException {
        load(
                source,
                progress,
                taken -> RegisterFile.eachCsv(
                        file, csv -> RegisterRow.each(csv, needed, row -> taken.accept(organisation.apply(row)))));
    }

    void load(Source source, Progress progress, Reading reading) throws IOException {
        var loading = new Loading(source, progress);
        reading.each(loading::take);
        loading.flush();
        progress.rows(loading.read, loading.taken, loading.read - loading.taken);
        index.catchUp();
        if (loading.isWide()) {
            identifications.decideUnidentifiedAgain();
        } else {
            identifications.decideAgainWhoCouldBe(loading.touched);
        }
    }

    private final class Loading {

        private final Source source;
        private final Progress progress;
        private final List<RegisteredSupplier> waiting = new ArrayList<>();
        private final Set<UUID> touched = new HashSet<>();
        private long read;
        private long taken;
        private long indexed;

        Loading(Source source, Progress progress) {
            this.source = source;
            this.progress = progress;
        }

        void take(Optional<RegisteredSupplier> organisation) {
            read++;
            organisation.ifPresent(known -> {
                taken++;
                waiting.add(known);
            });
            if (waiting.size() == AT_ONCE) {
                flush();
                progress.rows(read, taken, read - taken);
            }
        }

        boolean isWide() {
            return touched.size() > FEW;
        }

        void flush() {
            if (waiting.isEmpty()) {
                return;
            }
            var recorded = database.inTransaction(transaction -> {
                var changed = facts.record(transaction, waiting, source);
                // Together, or a load that a crash breaks off would find nothing changed when it is done again.
                identifications.announceSuppliers(transaction, changed);
                return changed;
            });
            if (!isWide()) {
                touched.addAll(recorded);
            }
            waiting.clear();
            if (taken - indexed >= INDEXED_AT_ONCE) {
                index.follow();
                indexed = taken;
            }
        }
    }
}
