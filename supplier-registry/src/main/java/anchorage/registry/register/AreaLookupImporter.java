package anchorage.registry.register;

import anchorage.registry.place.AreaLookup;
import anchorage.registry.place.Places;
import anchorage.registry.supplier.SupplierFacts.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;

/** Lookups of the Office for National Statistics from districts to combined authorities, regions and countries. */
@ApplicationScoped
class AreaLookupImporter implements Importer {

    private final Jdbi database;
    private final Places places;

    AreaLookupImporter(Jdbi database, Places places) {
        this.database = database;
        this.places = places;
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.AREA_LOOKUP;
    }

    @Override
    public void load(Path file, Source source, String mapping, Progress progress) throws IOException {
        RegisterFile.eachCsv(file, csv -> {
            var found = AreaLookup.read(csv)
                    .orElseThrow(() -> new RegisterRefused("The header has no district column (LADCD, LAD23CD) beside "
                            + "a larger area's (CAUTHCD, RGNCD, CTRYCD)."));
            database.useTransaction(transaction -> places.record(transaction, found, source.name()));
            progress.rows(found.size(), found.size(), 0);
        });
    }
}
