package anchorage.local.demonstration;

import anchorage.desk.Api;
import anchorage.desk.Importing;
import anchorage.desk.Progress;
import anchorage.desk.Pushing;
import anchorage.local.Anchoring;
import anchorage.local.part.PartFailed;
import anchorage.local.part.Secrets;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Makes the demonstration region's files, and loads them through the public API like any user. */
public final class DemonstrationRegion {

    private static final long SEED = 1844;
    private static final List<Integer> YEARS = List.of(2024, 2025);
    private static final String SOURCE = "?source=demo-region";

    private final Api api;
    private final Secrets secrets;
    private final Path folder;

    /**
     * @param folder where the files are made, and where it is noted that they are loaded
     */
    public DemonstrationRegion(Api api, Secrets secrets, Path folder) {
        this.api = api;
        this.secrets = secrets;
        this.folder = folder;
    }

    /** Whether all of it has been loaded into this installation. */
    public boolean isLoaded() {
        return Files.exists(folder.resolve("loaded"));
    }

    /** Whether it has been loaded and forgotten since. */
    private boolean isForgotten() {
        return Files.exists(folder.resolve("forgotten"));
    }

    /** Loads what is not loaded. What an interrupted load has pushed already stays the delivery it is. */
    public void load(Consumer<String> say, Progress progress) {
        if (isForgotten()) {
            say.accept("the demonstration region was forgotten; without " + folder + " it is loaded again");
            return;
        }
        if (isLoaded()) {
            return;
        }
        try {
            say.accept("making up the demonstration region");
            Files.createDirectories(folder);
            var suppliers = new DemonstrationSuppliers(new Random(SEED));
            writeRegisters(suppliers.all());
            var importing = new Importing(api, progress);
            importing.load("steward-demo", "code-point-open", folder.resolve("postcodes.csv"), SOURCE);
            importing.load("steward-demo", "organisations", folder.resolve("organisations.csv"), SOURCE);
            putSandbox();
            say.accept("pushing the ledgers of " + DemonstrationAnchor.ALL.size() + " demonstration anchors");
            long lines = 0;
            for (var anchor : DemonstrationAnchor.ALL) {
                lines += push(anchor, suppliers, progress);
            }
            Files.writeString(folder.resolve("loaded"), "lines=" + lines);
            say.accept("the demonstration region is loaded: " + lines + " lines");
        } catch (IOException failure) {
            throw new UncheckedIOException("the demonstration region could not be made in " + folder, failure);
        }
    }

    /** Leaves no figure of it, and notes that it is not to be loaded again. */
    public void forget(Consumer<String> say, Progress progress) {
        say.accept("taking back what the demonstration anchors have pushed");
        int taken = new Forgetting(api, secrets, progress).forget();
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve("loaded"));
            Files.writeString(folder.resolve("forgotten"), "deliveries=" + taken);
        } catch (IOException failure) {
            throw new UncheckedIOException("it could not be noted in " + folder, failure);
        }
        say.accept("the demonstration region is forgotten: " + taken + " deliveries taken back");
    }

    /** Where integrators try what can become of a push; it has no ledger. */
    private void putSandbox() {
        new Anchoring(api, secrets)
                .put(
                        "demo-sandbox",
                        Map.of(
                                "name", "Sandbox (demonstration)",
                                "kind", "OTHER",
                                "homePlace", "E47000001",
                                "sharing", "AGGREGATE"));
    }

    private long push(DemonstrationAnchor anchor, DemonstrationSuppliers suppliers, Progress progress)
            throws IOException {
        new Anchoring(api, secrets)
                .put(
                        anchor.id(),
                        Map.of(
                                "name", anchor.name(),
                                "kind", anchor.kind(),
                                "homePlace", anchor.homePlace(),
                                "sharing", "OPEN"));
        long lines = 0;
        for (int year : YEARS) {
            var file = writeLedger(anchor, year, suppliers);
            var delivery = new Pushing(api, progress)
                    .push("publisher-" + anchor.id(), anchor.id(), "spend", file, Map.of("vatBasis", "NET"));
            if (!delivery.get("state").asText().equals("APPLIED")) {
                throw new PartFailed(file + " was not applied: " + delivery);
            }
            lines += delivery.at("/applied/lines").asLong();
        }
        return lines;
    }

    private Path writeLedger(DemonstrationAnchor anchor, int year, DemonstrationSuppliers suppliers)
            throws IOException {
        var file = folder.resolve(anchor.id() + "-" + year + "-" + (year + 1) % 100 + ".csv");
        var random = new Random(SEED + 31L * anchor.id().hashCode() + year);
        new LedgerWriter(anchor).write(new Payments(suppliers, random).of(anchor, year), file);
        return file;
    }

    private void writeRegisters(List<DemonstrationSupplier> suppliers) throws IOException {
        try (var organisations = CsvWriter.builder()
                        .build(Files.newBufferedWriter(folder.resolve("organisations.csv"), StandardCharsets.UTF_8));
                var postcodes = CsvWriter.builder()
                        .build(Files.newBufferedWriter(folder.resolve("postcodes.csv"), StandardCharsets.UTF_8))) {
            organisations.writeRecord("Name", "Company Number", "Postcode", "Ownership");
            for (var supplier : suppliers) {
                organisations.writeRecord(
                        supplier.name(), supplier.companyNumber(), supplier.postcode(), supplier.ownership());
                postcodes.writeRecord(supplier.postcode(), "10", "0", "0", "", "", "", "", supplier.district(), "");
            }
        }
    }
}
