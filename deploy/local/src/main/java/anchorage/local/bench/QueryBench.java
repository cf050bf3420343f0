package anchorage.local.bench;

import anchorage.local.Stack;
import anchorage.local.client.Api;
import anchorage.local.part.PartFailed;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The questions of a region, against SQL that a good analyst would write by hand: over a flat, already joined DuckDB table
 * of the same rows, and over the same in PostgreSQL with an index on what is grouped by. The rows are the ones that the
 * export gives. All three alternate; a round counts only if they find the same sum. Ours is timed at the client, through
 * the gateway, with the token checked.
 */
final class QueryBench {

    private static final int LINES = Integer.getInteger("bench.query.lines", 3_000_000);
    private static final int ANCHORS = Integer.getInteger("bench.query.anchors", 30);
    private static final int SUPPLIERS = Integer.getInteger("bench.query.suppliers", 120_000);
    private static final int ROUNDS = Integer.getInteger("bench.query.rounds", 7);
    private static final int WARMING = 3;
    private static final String ANALYST = "analyst-demo";

    private static final List<Work> WORKS = List.of(
            new Work(
                    "local-share",
                    "/v1/insights/local-share?anchor=demo-query-*&local=combined-authority",
                    "/total/local",
                    "SELECT sum(CASE WHEN verdict = 'LOCAL' THEN amount END), sum(amount), count(*), "
                            + "count(DISTINCT supplier) FROM flat"),
            new Work(
                    "leakage by category",
                    "/v1/insights/leakage?anchor=demo-query-*&local=combined-authority&by=category",
                    "/total/leakage",
                    "SELECT sum(leaks) FROM (SELECT category, sum(amount) AS leaks, count(DISTINCT supplier) AS suppliers "
                            + "FROM flat WHERE verdict = 'ELSEWHERE' GROUP BY category ORDER BY 2 DESC) AS by_category"),
            new Work(
                    "shared suppliers",
                    "/v1/insights/suppliers/shared?anchor=demo-query-*&local=combined-authority&limit=30",
                    "/total/total",
                    "SELECT sum(total) FROM (SELECT supplier, sum(amount) AS total, count(DISTINCT anchor) AS anchors "
                            + "FROM flat GROUP BY supplier HAVING count(DISTINCT anchor) >= 2) AS shared"),
            new Work(
                    "top suppliers",
                    "/v1/insights/suppliers/top?anchor=demo-query-*&local=combined-authority&limit=30",
                    "/rows/0/total",
                    "SELECT max(total) FROM (SELECT supplier, sum(amount) AS total FROM flat GROUP BY supplier "
                            + "ORDER BY 2 DESC LIMIT 30) AS top"));

    private final Stack stack;
    private final Api api;

    QueryBench(Stack stack, Api api) {
        this.stack = stack;
        this.api = api;
    }

    private record Work(String name, String question, String figure, String sql) {}

    /** One round, in milliseconds. */
    record Round(double ours, double duckdb, double postgres) {}

    /** Of one question: medians in milliseconds, and medians of the ratios that each round gives. */
    record Measured(
            String question,
            double ours,
            double ours95,
            double duckdb,
            double postgres,
            double toDuckdb,
            double postgresToOurs,
            List<Round> rounds) {

        static Measured of(String question, List<Round> rounds) {
            return new Measured(
                    question,
                    at(rounds.stream().map(Round::ours).toList(), 0.5),
                    at(rounds.stream().map(Round::ours).toList(), 0.95),
                    at(rounds.stream().map(Round::duckdb).toList(), 0.5),
                    at(rounds.stream().map(Round::postgres).toList(), 0.5),
                    at(rounds.stream().map(round -> round.ours / round.duckdb).toList(), 0.5),
                    at(rounds.stream().map(round -> round.postgres / round.ours).toList(), 0.5),
                    rounds);
        }

        private static double at(List<Double> values, double share) {
            var sorted = values.stream().sorted().toList();
            return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
        }
    }

    /** What was measured. */
    public record Result(String work, int lines, int anchors, int suppliers, List<Measured> questions)
            implements Bench.Result {

        @Override
        public String table() {
            var table = new StringBuilder(
                    "query, " + lines + " lines, " + anchors + " anchors, " + suppliers
                            + " suppliers\n  question              ours ms   p95 ms   DuckDB ms   PostgreSQL ms   to DuckDB   times faster than PostgreSQL\n");
            for (var each : questions) {
                table.append("  %-20s %8.0f %8.0f %11.0f %15.0f %11.2f %12.1f%n"
                        .formatted(
                                each.question,
                                each.ours,
                                each.ours95,
                                each.duckdb,
                                each.postgres,
                                each.toDuckdb,
                                each.postgresToOurs));
            }
            return table + "  goals: at most 1.5 to DuckDB, at least 20 times faster than PostgreSQL, p95 under 100 ms";
        }
    }

    Result run() throws IOException {
        stack.postgres().database("bench");
        var folder = Files.createTempDirectory("anchorage-query-bench");
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("flat.duckdb"));
                var postgres = DriverManager.getConnection(
                        stack.postgres().url("bench"), "bench", stack.postgres().password("bench"))) {
            new MadeUpRegion(api, stack.secrets(), ANCHORS, SUPPLIERS).load(folder, LINES);
            flatten(folder, duckdb, postgres);
            var measured = new ArrayList<Measured>();
            for (var work : WORKS) {
                var rounds = new ArrayList<Round>();
                for (int round = -WARMING; round < ROUNDS; round++) {
                    var times = round(work, duckdb, postgres);
                    if (round >= 0) {
                        rounds.add(times);
                    }
                }
                measured.add(Measured.of(work.name, rounds));
                System.err.println(work.name + " is measured");
            }
            return new Result("query", LINES, ANCHORS, SUPPLIERS, measured);
        } catch (SQLException failure) {
            throw new PartFailed("a baseline failed: " + failure.getMessage(), failure);
        } finally {
            delete(folder);
        }
    }

    private Round round(Work work, Connection duckdb, Connection postgres) throws SQLException {
        var began = System.nanoTime();
        JsonNode answer = api.get(ANALYST, work.question);
        var ours = since(began);
        var found = new BigDecimal(answer.at(work.figure).asText());
        var byDuckdb = System.nanoTime();
        var one = figure(duckdb, work.sql);
        var duckdbTook = since(byDuckdb);
        var byPostgres = System.nanoTime();
        var other = figure(postgres, work.sql);
        var postgresTook = since(byPostgres);
        if (found.compareTo(one) != 0 || found.compareTo(other) != 0) {
            throw new PartFailed(work.name + ": ours is " + found + ", DuckDB's " + one + ", PostgreSQL's " + other);
        }
        return new Round(ours, duckdbTook, postgresTook);
    }

    /** The same rows for the baselines: the export, as a table of DuckDB and of PostgreSQL. */
    private void flatten(Path folder, Connection duckdb, Connection postgres) throws SQLException, IOException {
        // Anchor by anchor, since the gateway waits a minute for the first byte, and a file is whole before it is sent.
        for (int anchor = 0; anchor < ANCHORS; anchor++) {
            api.download(
                    ANALYST,
                    "/v1/exports/ledger?local=combined-authority&scope=PROCUREMENT&anchor="
                            + MadeUpRegion.anchor(anchor),
                    "application/vnd.apache.parquet",
                    folder.resolve("export-" + anchor + ".parquet"));
        }
        execute(duckdb, "SET threads = 2");
        execute(
                duckdb,
                "CREATE TABLE flat AS SELECT anchor, paid_on, amount, category, supplier, verdict FROM read_parquet('"
                        + folder.resolve("export-*.parquet") + "')");
        var csv = folder.resolve("flat.csv");
        execute(duckdb, "COPY flat TO '" + csv + "' (FORMAT csv, HEADER false)");
        execute(postgres, "DROP TABLE IF EXISTS flat");
        execute(
                postgres,
                "CREATE TABLE flat (anchor text, paid_on date, amount numeric(18, 4), category text, "
                        + "supplier uuid, verdict text)");
        try (var bytes = Files.newInputStream(csv)) {
            postgres.unwrap(org.postgresql.PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY flat FROM STDIN (FORMAT csv)", bytes);
        }
        execute(postgres, "CREATE INDEX ON flat (supplier) INCLUDE (amount, anchor)");
        execute(postgres, "CREATE INDEX ON flat (category) INCLUDE (amount, verdict)");
        execute(postgres, "VACUUM ANALYZE flat");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static BigDecimal figure(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getBigDecimal(1);
        }
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
