package anchorage.registry.register;

import anchorage.registry.identification.Identifications;
import anchorage.registry.place.Postcode;
import anchorage.registry.place.PostcodeRow;
import anchorage.registry.place.Postcodes;
import anchorage.registry.supplier.SupplierFacts.Source;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Ordnance Survey Code-Point Open: files without a header, one a postcode area, whose first column is the postcode and
 * whose ninth is the GSS code of its district.
 */
@ApplicationScoped
class CodePointOpenImporter implements Importer {

    private static final int DISTRICT = 8;
    private static final String GSS = "[A-Z]\\d{8}";

    private final Jdbi database;
    private final Postcodes postcodes;
    private final Identifications identifications;

    CodePointOpenImporter(Jdbi database, Postcodes postcodes, Identifications identifications) {
        this.database = database;
        this.postcodes = postcodes;
        this.identifications = identifications;
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.CODE_POINT_OPEN;
    }

    @Override
    public void load(Path file, Source source, String mapping, Progress progress) throws IOException {
        var count = new long[3];
        RegisterFile.eachCsv(file, csv -> {
            var rows = read(csv, count);
            if (!rows.isEmpty()) {
                database.useTransaction(
                        transaction -> postcodes.record(transaction, rows, source.name(), source.day()));
            }
            progress.rows(count[0], count[1], count[2]);
        });
        if (count[1] == 0) {
            throw new RegisterRefused("No row has a postcode in its first column and a district's GSS code in its "
                    + "ninth. Push Code-Point Open's zip, or the CSV files of its Data folder.");
        }
        identifications.announceAllSuppliers();
    }

    private static List<PostcodeRow> read(Reader csv, long[] count) {
        var rows = new ArrayList<PostcodeRow>();
        for (var row : CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(csv)) {
            count[0]++;
            var postcode = Postcode.of(row.getField(0));
            if (postcode.isPresent()
                    && row.getFieldCount() > DISTRICT
                    && row.getField(DISTRICT).matches(GSS)) {
                count[1]++;
                rows.add(PostcodeRow.in(postcode.get(), row.getField(DISTRICT)));
            } else {
                count[2]++;
            }
        }
        return rows;
    }
}
