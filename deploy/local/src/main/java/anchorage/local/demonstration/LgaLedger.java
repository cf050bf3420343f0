package anchorage.local.demonstration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** A faultless year of made-up lines in the LGA's schema, for measuring. */
public final class LgaLedger {

    private static final int LINES = 20_000;

    private final Path folder;

    public LgaLedger(Path folder) {
        this.folder = folder;
    }

    /** Writes the file. */
    public Path write() throws IOException {
        var anchor = new DemonstrationAnchor(
                "demo-bench", "Benchmark", "OTHER", "E08000003", LINES, DemonstrationAnchor.Layout.LGA);
        var random = new Random(LINES);
        var payments = new Payments(new DemonstrationSuppliers(random), random).of(anchor, 2025);
        var file = folder.resolve("source.csv");
        new LedgerWriter(anchor).write(payments.subList(0, 1000), file);
        return file;
    }
}
