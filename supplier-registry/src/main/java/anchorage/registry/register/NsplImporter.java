package anchorage.registry.register;

import anchorage.registry.identification.Identifications;
import anchorage.registry.place.Postcode;
import anchorage.registry.place.PostcodeRow;
import anchorage.registry.place.Postcodes;
import anchorage.registry.supplier.SupplierFacts.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jdbi.v3.core.Jdbi;

/**
 * The Office for National Statistics' postcode lookups, NSPL and ONSPD of any year: columns are known by the beginning
 * of their names, since those change from year to year (oslaua, laua, lad23cd). A terminated postcode stays, with the
 * month in which it ended: a past payment may carry it.
 */
@ApplicationScoped
class NsplImporter implements Importer {

    private static final int AT_ONCE = 50_000;

    private final Jdbi database;
    private final Postcodes postcodes;
    private final Identifications identifications;

    NsplImporter(Jdbi database, Postcodes postcodes, Identifications identifications) {
        this.database = database;
        this.postcodes = postcodes;
        this.identifications = identifications;
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.NSPL;
    }

    @Override
    public void load(Path file, Source source, String mapping, Progress progress) throws IOException {
        var count = new long[2];
        var waiting = new ArrayList<PostcodeRow>();
        RegisterFile.eachCsv(
                file,
                csv -> RegisterRow.each(csv, List.of(), row -> {
                    count[0]++;
                    postcode(row).ifPresent(known -> {
                        count[1]++;
                        waiting.add(known);
                    });
                    if (waiting.size() == AT_ONCE) {
                        store(waiting, source);
                        progress.rows(count[0], count[1], count[0] - count[1]);
                    }
                }));
        store(waiting, source);
        progress.rows(count[0], count[1], count[0] - count[1]);
        if (count[1] == 0) {
            throw new RegisterRefused("No row has a postcode (pcds, pcd7, pcd) and the GSS code of a district (laua, "
                    + "oslaua, lad23cd). Push the file NSPL_..._UK.csv or ONSPD_..._UK.csv, or its zip.");
        }
        identifications.announceAllSuppliers();
    }

    static Optional<PostcodeRow> postcode(RegisterRow row) {
        var postcode = Postcode.of(beginning(row, "pcd"));
        var district = beginning(row, "laua", "oslaua", "lad", "ladcd");
        if (postcode.isEmpty() || !district.matches("[A-Z]\\d{8}")) {
            return Optional.empty();
        }
        return Optional.of(new PostcodeRow(
                postcode.get(),
                district,
                beginning(row, "lsoa11"),
                beginning(row, "lsoa21"),
                beginning(row, "ward", "osward", "wd"),
                beginning(row, "dointr"),
                beginning(row, "doterm")));
    }

    /** The cell of the first column whose name begins like one of these, such as lad23cd for lad. */
    private static String beginning(RegisterRow row, String... names) {
        for (var name : names) {
            if (row.has(name)) {
                return row.cell(name);
            }
            var column = StreamSupport.stream(row.columns().spliterator(), false)
                    .filter(key -> key.matches(name + "(s|7|8|\\d{2}cd|cd|\\d{2})"))
                    .sorted()
                    .findFirst();
            if (column.isPresent()) {
                return row.cell(column.get());
            }
        }
        return "";
    }

    private void store(List<PostcodeRow> waiting, Source source) {
        if (!waiting.isEmpty()) {
            database.useTransaction(transaction -> postcodes.record(transaction, waiting, source.name(), source.day()));
            waiting.clear();
        }
    }
}
