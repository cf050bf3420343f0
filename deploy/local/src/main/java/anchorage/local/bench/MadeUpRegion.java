package anchorage.local.bench;

import anchorage.desk.Api;
import anchorage.desk.Importing;
import anchorage.desk.Progress;
import anchorage.desk.Pushing;
import anchorage.local.Anchoring;
import anchorage.local.part.Secrets;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A region to ask questions of: anchors, suppliers and lines in the number that a benchmark wants. A few suppliers are
 * paid often and most of them seldom, as in real ledgers. Each anchor has its share of the suppliers and its neighbour's,
 * and a supplier is mostly paid for one category: Trafford's ledger of 2025-26 has 2,406 suppliers, and 3,128 pairs of
 * supplier and category.
 */
final class MadeUpRegion {

    private static final List<String> DISTRICTS = List.of(
            "E08000001",
            "E08000002",
            "E08000003",
            "E08000004",
            "E08000005",
            "E08000006",
            "E08000007",
            "E08000008",
            "E08000009",
            "E08000010",
            "E08000035",
            "E09000001",
            "E07000123");
    private static final int CATEGORIES = 200;
    private static final int DAYS = 730;

    /** Of a hundred lines, how many are for a supplier's second category. */
    private static final int SELDOM = 3;

    private final Api api;
    private final Secrets secrets;
    private final int anchors;
    private final int suppliers;

    MadeUpRegion(Api api, Secrets secrets, int anchors, int suppliers) {
        this.api = api;
        this.secrets = secrets;
        this.anchors = anchors;
        this.suppliers = suppliers;
    }

    static String anchor(int number) {
        return "demo-query-" + number;
    }

    /** Loads the registers. */
    void registers(Path folder) throws IOException {
        var importing = new Importing(api, new Progress(System.err, false));
        importing.load("steward-demo", "code-point-open", postcodes(folder), "?source=demo-query");
        importing.load("steward-demo", "organisations", organisations(folder), "?source=demo-query");
    }

    /** Makes an anchor and pushes its lines. */
    void push(Path folder, int anchor, int lines) throws IOException {
        new Anchoring(api, secrets)
                .put(
                        anchor(anchor),
                        Map.of(
                                "name",
                                "Benchmark " + anchor + " (demonstration)",
                                "kind",
                                "OTHER",
                                "homePlace",
                                DISTRICTS.get(anchor % 10),
                                "sharing",
                                "OPEN"));
        var file = ledger(folder, anchor, lines);
        new Pushing(api, new Progress(System.err, false))
                .push("publisher-" + anchor(anchor), anchor(anchor), "spend", file, Map.of("vatBasis", "NET"));
        Files.delete(file);
        System.err.printf("anchor %d of %d is pushed%n", anchor + 1, anchors);
    }

    private Path postcodes(Path folder) throws IOException {
        var file = folder.resolve("postcodes.csv");
        try (var out = writer(file)) {
            for (int supplier = 0; supplier < suppliers; supplier++) {
                out.write(postcode(supplier) + ",10,0,0,,,,," + district(supplier) + ",\n");
            }
        }
        return file;
    }

    private Path organisations(Path folder) throws IOException {
        var file = folder.resolve("organisations.csv");
        try (var out = writer(file)) {
            out.write("Name,Company Number,Postcode,Ownership\n");
            for (int supplier = 0; supplier < suppliers; supplier++) {
                out.write(name(supplier) + ",ZQ" + "%06d".formatted(supplier) + "," + postcode(supplier)
                        + ",PRIVATE_COMPANY\n");
            }
        }
        return file;
    }

    private Path ledger(Path folder, int anchor, int lines) throws IOException {
        var random = new Random(anchor);
        var file = folder.resolve("ledger-" + anchor + ".csv");
        try (var out = writer(file)) {
            out.write("BeneficiaryName,CompaniesHouseRegistrationNumber,PaymentDate,TransactionNumber,Amount,"
                    + "CategoryInternalName\n");
            for (int line = 0; line < lines; line++) {
                // The square of a number between 0 and 1 makes the first suppliers the frequent ones.
                var place = random.nextDouble();
                int supplier = supplier(anchor, place * place);
                int category = supplier + (random.nextInt(100) < SELDOM ? 1 : 0);
                out.write(name(supplier) + ",ZQ" + "%06d".formatted(supplier) + ","
                        + LocalDate.of(2024, 4, 1).plusDays(random.nextInt(DAYS)) + "," + line + ","
                        + BigDecimal.valueOf(random.nextInt(4_000_000) - 100_000L, 2) + ",Category "
                        + category % CATEGORIES + "\n");
            }
        }
        return file;
    }

    /** A supplier of the anchor's share or of its neighbour's, from the most frequent on. */
    private int supplier(int anchor, double place) {
        int share = suppliers / anchors;
        return (int) ((long) anchor * share + (long) (place * 2 * share)) % (anchors * share);
    }

    private static BufferedWriter writer(Path file) throws IOException {
        return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    private static String name(int supplier) {
        return "Benchmark Supplier " + Integer.toString(supplier, 36) + " Limited";
    }

    private static String district(int supplier) {
        return DISTRICTS.get(supplier * 7 % DISTRICTS.size());
    }

    /** In an area that does not exist, a different one for each supplier. */
    private static String postcode(int supplier) {
        return "ZQ" + supplier / 5760 % 90 + " " + supplier / 576 % 10 + letter(supplier / 24) + letter(supplier);
    }

    private static char letter(int number) {
        return (char) ('A' + number % 24);
    }
}
