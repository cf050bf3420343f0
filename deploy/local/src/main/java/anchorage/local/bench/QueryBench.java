package anchorage.local.bench;

import anchorage.desk.Api;
import anchorage.local.Stack;
import anchorage.local.bench.QueryResult.Round;
import anchorage.local.part.PartFailed;
import anchorage.local.part.Resident;
import anchorage.local.part.Scratch;
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
import java.util.stream.IntStream;

/**
 * The questions of a region, against SQL that a good analyst would write by hand: over a flat, already joined DuckDB table
 * of the same rows, and over the same in PostgreSQL with an index on what is grouped by. The rows are the ones that the
 * export gives. All three alternate; a round counts only if they find the same sum. Ours is timed at the client, through
 * the gateway, with the token checked. The first time that each is asked since the ledger changed is told apart.
 */
final class QueryBench {

    private static final int LINES = Integer.getInteger("bench.query.lines", 3_000_000);
    private static final int ANCHORS = Integer.getInteger("bench.query.anchors", 30);
    private static final int SUPPLIERS = Integer.getInteger("bench.query.suppliers", 120_000);
    private static final int ROUNDS = Integer.getInteger("bench.query.rounds", 7);
    private static final int WARMING = 3;
    private static final int IN_A_ROW = 40;
    private static final String ANALYST = "analyst-demo";

    private static final Work NARROW = new Work(
            "one anchor, one year",
            "/v1/insights/local-share?anchor=demo-query-0&local=combined-authority&from=2024-04-01&to=2025-03-31",
            "/total/local",
            "SELECT sum(CASE WHEN verdict = 'LOCAL' THEN amount END), sum(amount), count(*), count(DISTINCT supplier) "
                    + "FROM flat WHERE anchor = 'demo-query-0' AND paid_on BETWEEN '2024-04-01' AND '2025-03-31'");

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
                    "SELECT sum(leaks) FROM (SELECT category, sum(amount) AS leaks, count(DISTINCT supplier) AS"
                            + " suppliers FROM flat WHERE verdict = 'ELSEWHERE' GROUP BY category ORDER BY 2 DESC) AS"
                            + " by_category"),
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
                            + "ORDER BY 2 DESC LIMIT 30) AS top"),
            NARROW);

    private final Stack stack;
    private final Api api;

    QueryBench(Stack stack, Api api) {
        this.stack = stack;
        this.api = api;
    }

    private record Work(String name, String question, String figure, String sql) {}

    QueryResult run() throws IOException {
        stack.postgres().database("bench");
        try (var scratch = Scratch.of("anchorage-query-bench");
                var duckdb = DriverManager.getConnection("jdbc:duckdb:" + scratch.resolve("flat.duckdb"));
                var postgres = DriverManager.getConnection(
                        stack.postgres().url("bench"), "bench", stack.postgres().password("bench"))) {
            var region = new MadeUpRegion(api, stack.secrets(), ANCHORS, SUPPLIERS);
            region.registers(scratch.folder());
            region.push(scratch.folder(), 0, LINES / ANCHORS);
            inARow(NARROW, WARMING);
            var alone = QueryResult.at(inARow(NARROW, IN_A_ROW), 0.5);
            for (int anchor = 1; anchor < ANCHORS; anchor++) {
                region.push(scratch.folder(), anchor, LINES / ANCHORS);
            }
            flatten(scratch.folder(), duckdb, postgres);
            var questions = new ArrayList<QueryResult.Measured>();
            for (var work : WORKS) {
                questions.add(measured(work, duckdb, postgres));
                System.err.println(work.name + " is measured");
            }
            return new QueryResult("query", LINES, ANCHORS, SUPPLIERS, alone, memory(), questions);
        } catch (SQLException failure) {
            throw new PartFailed("a baseline failed: " + failure.getMessage(), failure);
        }
    }

    private QueryResult.Measured measured(Work work, Connection duckdb, Connection postgres) throws SQLException {
        double first = ask(work.question);
        var rounds = new ArrayList<Round>();
        for (int round = -WARMING; round < ROUNDS; round++) {
            var times = round(work, duckdb, postgres);
            if (round >= 0) {
                rounds.add(times);
            }
        }
        return QueryResult.Measured.of(work.name, first, rounds, inARow(work, IN_A_ROW));
    }

    /** How long each of many askings in a row takes. */
    private List<Double> inARow(Work work, int times) {
        return IntStream.range(0, times).mapToObj(time -> ask(work.question)).toList();
    }

    private double ask(String question) {
        var began = System.nanoTime();
        api.get(ANALYST, question);
        return since(began);
    }

    private long memory() {
        return stack.service("insight-service")
                .running()
                .process()
                .map(Resident::most)
                .orElse(0L);
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
}
