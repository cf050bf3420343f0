package anchorage.registry.register;

import anchorage.registry.supplier.SupplierFacts.Source;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;

/** Any register of organisations with a header that names its columns. */
@ApplicationScoped
class OrganisationImporter implements Importer {

    private final OrganisationLoader loader;

    OrganisationImporter(OrganisationLoader loader) {
        this.loader = loader;
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.ORGANISATIONS;
    }

    @Override
    public void load(Path file, Source source, String mapping, Progress progress) throws IOException {
        loader.load(
                source,
                progress,
                organisation -> RegisterFile.eachCsv(file, csv -> {
                    OrganisationColumns columns = null;
                    for (var row : CsvReader.builder()
                            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .ofNamedCsvRecord(csv)) {
                        if (columns == null) {
                            columns = OrganisationColumns.of(row.getHeader(), mapping)
                                    .orElseThrow(() ->
                                            new RegisterRefused("No column is known to be the organisation's name in "
                                                    + row.getHeader() + ". Name it with ?mapping=name=<header>."));
                        }
                        organisation.accept(columns.read(row, source.name()));
                    }
                }));
    }
}
