package anchorage.local.bench;

import anchorage.desk.Api;
import anchorage.desk.Progress;
import anchorage.desk.Pushing;
import anchorage.local.Anchoring;
import anchorage.local.Stack;
import anchorage.local.part.PartFailed;
import anchorage.local.part.Scratch;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * Ingest, end to end, against the SQL route: the same lines by COPY into an all-text table of the same PostgreSQL, then
 * a typed table with primary key and index, then a roll-up by month, supplier and category. Ours is timed from the first
 * byte of the upload through the gateway to APPLIED. The two alternate; a pair counts only if both find the same lines
 * and the same total.
 */
final class IngestBench {

    private static final String ANCHOR = "demo-bench";
    private static final int LINES = Integer.getInteger("bench.lines", 1_000_000);
    private static final int PAIRS = Integer.getInteger("bench.pairs", 7);

    private final Stack stack;
    private final Api api;

    /** Runs of both routes that do not count: services run for weeks, and a fresh virtual machine still compiles. */
    private static final int WARMING = Integer.getInteger("bench.warming", 4);

    IngestBench(Stack stack, Api api) {
        this.stack = stack;
        this.api = api;
    }

    /** One pair of runs, in seconds. */
    record Pair(double ours, double sql) {
        double ratio() {
            return ours / sql;
        }
    }

    /** What was measured; ratio is the median of the paired ratios, and worst the highest of them. */
    public record Result(String work, int lines, List<Pair> pairs, double ours, double sql, double ratio, double worst)
            implements Bench.Result {

        @Override
        public String table() {
            var table = new StringBuilder("ingest, " + lines + " lines\n  pair      ours s     SQL s     ratio\n");
            for (int at = 0; at < pairs.size(); at++) {
                var pair = pairs.get(at);
                table.append("  %-6d %9.2f %9.2f %9.2f%n".formatted(at + 1, pair.ours, pair.sql, pair.ratio()));
            }
            return table + "  median %9.2f %9.2f %9.2f   (worst %.2f, goal 0.35)".formatted(ours, sql, ratio, worst);
        }
    }

    Result run() throws IOException {
        new Anchoring(api, stack.secrets())
                .put(
                        ANCHOR,
                        Map.of(
                                "name",
                                "Benchmark (demonstration)",
                                "kind",
                                "OTHER",
                                "homePlace",
                                "E08000003",
                                "sharing",
                                "AGGREGATE"));
        stack.postgres().database("bench");
        var pairs = new ArrayList<Pair>();
        try (var scratch = Scratch.of("anchorage-bench")) {
            var folder = scratch.folder();
            var source = source(folder);
            for (int warming = 1; warming <= WARMING; warming++) {
                pair(source, folder, -warming);
            }
            for (int pair = 0; pair < PAIRS; pair++) {
                pairs.add(pair(source, folder, pair));
                System.err.printf(
                        "pair %d of %d: %.2f%n",
                        pair + 1, PAIRS, pairs.get(pair).ratio());
            }
        }
        return new Result(
                "ingest",
                LINES,
                pairs,
                median(pairs.stream().map(Pair::ours).toList()),
                median(pairs.stream().map(Pair::sql).toList()),
                median(pairs.stream().map(Pair::ratio).toList()),
                pairs.stream().mapToDouble(Pair::ratio).max().orElse(Double.NaN));
    }

    /** Real lines where a real ledger is named, else the demonstration region's. */
    private Path source(Path folder) throws IOException {
        var named = System.getenv("ANCHORAGE_BENCH_FILE");
        if (named != null) {
            return Path.of(named);
        }
        return new anchorage.local.demonstration.LgaLedger(folder).write();
    }

    private Pair pair(Path source, Path folder, int number) throws IOException {
        // Different bytes each time, since the same bytes would be the same delivery.
        var file = folder.resolve("bench-" + number + ".csv");
        repeat(source, file, "B" + number + "-" + Instant.now().toEpochMilli());
        try {
            var sql = sqlRoute(file);
            var began = Instant.now();
            var delivery = new Pushing(api, new Progress(System.err, false))
                    .push("publisher-" + ANCHOR, ANCHOR, "bench", file, Map.of("vatBasis", "NET"));
            var ours = seconds(began);
            if (delivery.at("/applied/lines").asLong() != sql.lines
                    || new BigDecimal(delivery.at("/applied/total").asText()).compareTo(sql.total) != 0) {
                throw new PartFailed("the two routes disagree: " + sql + " and " + delivery);
            }
            return new Pair(ours, sql.seconds);
        } finally {
            Files.delete(file);
        }
    }

    private record Sql(double seconds, long lines, BigDecimal total) {}

    private Sql sqlRoute(Path file) throws IOException {
        var url = stack.postgres().url("bench");
        try (var connection =
                DriverManager.getConnection(url, "bench", stack.postgres().password("bench"))) {
            var header = header(file);
            execute(connection, "DROP TABLE IF EXISTS raw_line, line, rollup");
            execute(connection, "CREATE TABLE raw_line (" + String.join(" text, ", header) + " text)");
            var began = Instant.now();
            try (var bytes = Files.newInputStream(file)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY raw_line FROM STDIN (FORMAT csv, HEADER)", bytes);
            }
            execute(connection, """
                    CREATE TABLE line AS SELECT row_number() OVER () AS id, paymentdate::date AS paid_on,
                        beneficiaryname AS supplier, proclasslabel AS category, amount::numeric(18, 2) AS amount,
                        transactionnumber, purpose, organisationalunit FROM raw_line
                    """);
            execute(connection, "ALTER TABLE line ADD PRIMARY KEY (id)");
            execute(connection, "CREATE INDEX ON line (supplier, paid_on)");
            execute(connection, """
                    CREATE TABLE rollup AS SELECT date_trunc('month', paid_on) AS month, supplier, category,
                        count(*) AS lines, sum(amount) AS total FROM line GROUP BY 1, 2, 3
                    """);
            var took = seconds(began);
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT sum(lines), sum(total) FROM rollup")) {
                row.next();
                return new Sql(took, row.getLong(1), row.getBigDecimal(2));
            }
        } catch (SQLException failure) {
            throw new PartFailed("the SQL route failed: " + failure.getMessage(), failure);
        }
    }

    private static List<String> header(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            var columns = new ArrayList<String>();
            for (var column : reader.readLine().split(",")) {
                columns.add(column.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", ""));
            }
            return columns;
        }
    }

    /** The source's lines again and again until there are enough, a word in the first making the bytes new. */
    private static void repeat(Path source, Path target, String word) throws IOException {
        long written = 0;
        try (BufferedWriter out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
            while (written < LINES) {
                try (BufferedReader in = Files.newBufferedReader(source, StandardCharsets.UTF_8)) {
                    var header = in.readLine();
                    if (written == 0) {
                        out.write(header);
                        out.write('\n');
                    }
                    for (var line = in.readLine(); line != null && written < LINES; line = in.readLine()) {
                        out.write(written == 0 ? word + line.substring(line.indexOf(',')) : line);
                        out.write('\n');
                        written++;
                    }
                }
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double seconds(Instant began) {
        return Duration.between(began, Instant.now()).toMillis() / 1000.0;
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
