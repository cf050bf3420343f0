package anchorage.registry.register;

import anchorage.registry.identification.Identifications;
import anchorage.registry.place.Deprivation;
import anchorage.registry.place.DeprivationRanks;
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
 * The English Indices of Deprivation, file 1: an LSOA's code and its rank. The edition of 2019 ranks LSOAs of 2011, that
 * of 2025 those of 2021; which one a file is, is told by the column that names the LSOA.
 */
@ApplicationScoped
class ImdImporter implements Importer {

    private final Jdbi database;
    private final DeprivationRanks ranks;

    private final Identifications identifications;

    ImdImporter(Jdbi database, DeprivationRanks ranks, Identifications identifications) {
        this.database = database;
        this.ranks = ranks;
        this.identifications = identifications;
    }

    @Override
    public RegisterKind kind() {
        return RegisterKind.IMD;
    }

    @Override
    public void load(Path file, Source source, String mapping, Progress progress) throws IOException {
        var known = new ArrayList<DeprivationRanks.Ranked>();
        var count = new long[1];
        RegisterFile.eachCsv(
                file,
                csv -> RegisterRow.each(csv, List.of(), row -> {
                    count[0]++;
                    ranked(row).ifPresent(known::add);
                }));
        if (known.isEmpty()) {
            throw new RegisterRefused(
                    "No row has an LSOA (a column such as 'LSOA code (2011)' or 'LSOA code (2021)') and "
                            + "a rank ('Index of Multiple Deprivation (IMD) Rank').");
        }
        database.useTransaction(transaction -> ranks.record(transaction, known, source.name()));
        progress.rows(count[0], known.size(), count[0] - known.size());
        identifications.announceAllSuppliers();
    }

    static Optional<DeprivationRanks.Ranked> ranked(RegisterRow row) {
        var lsoa =
                column(row, "lsoa(code)?(20)?(11|21)(cd)?|lsoa(11|21)?code?(20)?(11|21)?|lsoa(cd|code)?|featurecode");
        var rank = column(row, "indexofmultipledeprivationimdrank.*|imd(20)?(19|25)?rank.*|rank|imd_?rank|.*imdrank.*");
        if (lsoa.isEmpty() || rank.isEmpty()) {
            return Optional.empty();
        }
        var code = row.cell(lsoa.get());
        var number = row.cell(rank.get()).replaceAll("[,\\s]|\\.0+$", "");
        if (!code.matches("E01\\d{6}") || !number.matches("\\d{1,5}")) {
            return Optional.empty();
        }
        var edition = lsoa.get().contains("21") ? Deprivation.Edition.IMD_2025 : Deprivation.Edition.IMD_2019;
        int value = Integer.parseInt(number);
        return value < 1 || value > edition.areas()
                ? Optional.empty()
                : Optional.of(new DeprivationRanks.Ranked(edition, code, value));
    }

    private static Optional<String> column(RegisterRow row, String form) {
        return StreamSupport.stream(row.columns().spliterator(), false)
                .filter(key -> key.matches(form))
                .sorted()
                .findFirst();
    }
}
