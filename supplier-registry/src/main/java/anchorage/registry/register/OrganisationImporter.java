package anchorage.registry.register;

import anchorage.registry.identification.Identifications;
import anchorage.registry.supplier.RegisteredSupplier;
import anchorage.registry.supplier.SupplierFacts;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Any register of organisations with a header that names its columns. */
@ApplicationScoped
class OrganisationImporter implements Importer {

    private static final int AT_ONCE = 1000;

    private final Jdbi database;
    private final SupplierFacts facts;
    private final Identifications identifications;

    OrganisationImporter(Jdbi database, SupplierFacts facts, Identifications identifications) {
        this.database = database;
        this.facts = facts;
        this.identifications = identifications;
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.ORGANISATIONS;
    }

    @Override
    public void load(Path file, String source, String mapping, Progress progress) throws IOException {
        var changed = new HashSet<UUID>();
        var count = new long[3];
        RegisterFile.eachCsv(file, csv -> read(csv, source, mapping, changed, count, progress));
        progress.rows(count[0], count[1], count[2]);
        identifications.announceSuppliers(changed);
        identifications.decideUnidentifiedAgain();
    }

    private void read(Reader csv, String source, String mapping, Set<UUID> changed, long[] count, Progress progress) {
        OrganisationColumns columns = null;
        var waiting = new ArrayList<RegisteredSupplier>();
        for (var row : CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(csv)) {
            if (columns == null) {
                columns = OrganisationColumns.of(row.getHeader(), mapping)
                        .orElseThrow(() -> new RegisterRefused("No column is known to be the organisation's name in "
                                + row.getHeader() + ". Name it with ?mapping=name=<header>."));
            }
            count[0]++;
            var organisation = columns.read(row, source);
            count[organisation.isPresent() ? 1 : 2]++;
            organisation.ifPresent(waiting::add);
            if (waiting.size() == AT_ONCE) {
                record(waiting, source, changed);
                progress.rows(count[0], count[1], count[2]);
            }
        }
        record(waiting, source, changed);
    }

    private void record(List<RegisteredSupplier> waiting, String source, Set<UUID> changed) {
        database.useTransaction(transaction ->
                changed.addAll(facts.record(transaction, waiting, new SupplierFacts.Source(source, Optional.empty()))));
        waiting.clear();
    }
}
