package anchorage.local.bench;

import anchorage.desk.Api;
import anchorage.desk.Importing;
import anchorage.desk.Progress;
import anchorage.local.Stack;
import anchorage.local.bench.MadeUpCompanies.Company;
import anchorage.local.part.PartFailed;
import anchorage.local.part.Scratch;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.StreamSupport;

/**
 * Finding suppliers against what PostgreSQL offers: each name is that of a company of the register as a clerk could have
 * written it. Ours is asked through the gateway in batches of a thousand; pg_trgm for its best candidate by similarity at
 * its usual threshold of 0.3, and plain SQL for the name in capitals, a name at a time. All three alternate. pg_trgm is
 * asked for some names of each batch only, since it takes long.
 */
final class ResolveBench {

    private static final int COMPANIES = Integer.getInteger("bench.resolve.companies", 1_000_000);
    private static final int NAMES = Integer.getInteger("bench.resolve.names", 20_000);
    private static final int BY_TRIGRAMS = Integer.getInteger("bench.resolve.trigrams", 5);
    private static final int BATCH = 1000;
    private static final int WARMING = 3;
    private static final String ANALYST = "analyst-demo";

    private static final String EXACT = "SELECT name FROM company WHERE name = ?";
    private static final String TRIGRAMS =
            "SELECT name FROM company WHERE name % ? ORDER BY similarity(name, ?) DESC, number LIMIT 1";

    private final Stack stack;
    private final Api api;
    private final ObjectMapper json = new ObjectMapper();

    ResolveBench(Stack stack, Api api) {
        this.stack = stack;
        this.api = api;
    }

    /** A name as it is written, and the company's as the register has it. */
    private record Slip(String written, String name) {}

    ResolveResult run() throws IOException {
        stack.postgres().database("bench");
        try (var scratch = Scratch.of("anchorage-resolve-bench");
                var postgres = DriverManager.getConnection(
                        stack.postgres().url("bench"), "bench", stack.postgres().password("bench"))) {
            var file = scratch.resolve("BasicCompanyDataAsOneFile-2026-11-01.csv");
            var slips = new ArrayList<Slip>();
            try (var companies = new CompanyTable(postgres)) {
                var random = new Random(11);
                new MadeUpCompanies(COMPANIES).write(file, company -> {
                    companies.add(company);
                    if (slips.size() < NAMES && Integer.parseInt(company.number()) % (COMPANIES / NAMES) == 0) {
                        slips.add(new Slip(MadeUpCompanies.written(company.name(), random), company.name()));
                    }
                });
            }
            var began = Instant.now();
            new Importing(api, new Progress(System.err, false))
                    .load("steward-demo", "companies-house", file, "?source=demo-resolve");
            var imported = Duration.between(began, Instant.now());
            return new ResolveResult(
                    "resolve", COMPANIES, slips.size(), imported.toMillis() / 1000.0, rounds(slips, postgres));
        } catch (SQLException failure) {
            throw new PartFailed("a baseline failed: " + failure.getMessage(), failure);
        }
    }

    private List<ResolveResult.Round> rounds(List<Slip> slips, Connection postgres) throws SQLException, IOException {
        for (int warming = 0; warming < WARMING; warming++) {
            ours(slips.subList(0, Math.min(BATCH, slips.size())));
        }
        var rounds = new ArrayList<ResolveResult.Round>();
        for (int from = 0; from < slips.size(); from += BATCH) {
            var batch = slips.subList(from, Math.min(from + BATCH, slips.size()));
            rounds.add(new ResolveResult.Round(
                    ours(batch),
                    sql(postgres, EXACT, batch),
                    sql(postgres, TRIGRAMS, batch.subList(0, Math.min(BY_TRIGRAMS, batch.size())))));
            System.err.println(from + batch.size() + " of " + slips.size() + " names are looked for");
        }
        return rounds;
    }

    private ResolveResult.Found ours(List<Slip> batch) throws IOException {
        var queries = batch.stream().map(slip -> Map.of("name", slip.written)).toList();
        var body = json.writeValueAsString(Map.of("queries", queries, "limit", 1));
        var began = System.nanoTime();
        var matches = api.post(
                        ANALYST, "/v1/match", BodyPublishers.ofString(body), Map.of("Content-Type", "application/json"))
                .get("matches");
        var took = since(began);
        int right = 0;
        int wrong = 0;
        int asked = 0;
        for (int at = 0; at < batch.size(); at++) {
            var match = matches.get(at);
            switch (match.get("state").asText()) {
                case "DECIDED" -> {
                    boolean isRight =
                            decided(match).filter(batch.get(at).name::equals).isPresent();
                    right += isRight ? 1 : 0;
                    wrong += isRight ? 0 : 1;
                }
                case "REVIEW" -> asked++;
                default -> {
                    // Nobody is found, which is neither.
                }
            }
        }
        return new ResolveResult.Found(batch.size(), took, right, wrong, asked);
    }

    /** The name of whom it was decided to be. */
    private static Optional<String> decided(JsonNode match) {
        return StreamSupport.stream(match.get("candidates").spliterator(), false)
                .filter(candidate -> candidate.get("supplier").equals(match.get("supplier")))
                .map(candidate -> candidate.get("name").asText())
                .findFirst();
    }

    private static ResolveResult.Found sql(Connection postgres, String sql, List<Slip> batch) throws SQLException {
        int right = 0;
        int wrong = 0;
        var began = System.nanoTime();
        try (var select = postgres.prepareStatement(sql)) {
            for (var slip : batch) {
                for (int at = 1; at <= select.getParameterMetaData().getParameterCount(); at++) {
                    select.setString(at, slip.written);
                }
                try (var row = select.executeQuery()) {
                    if (row.next()) {
                        boolean isRight = row.getString(1).equals(slip.name);
                        right += isRight ? 1 : 0;
                        wrong += isRight ? 0 : 1;
                    }
                }
            }
        }
        return new ResolveResult.Found(batch.size(), since(began), right, wrong, 0);
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    /** The register as a table of PostgreSQL, with the indexes that the baselines want. */
    private static final class CompanyTable implements AutoCloseable {

        private static final int AT_ONCE = 10_000;

        private final Connection postgres;
        private final StringBuilder rows = new StringBuilder();
        private int waiting;

        CompanyTable(Connection postgres) throws SQLException {
            this.postgres = postgres;
            execute("DROP TABLE IF EXISTS company");
            execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
            execute("CREATE TABLE company (number text, name text)");
        }

        void add(Company company) {
            rows.append(company.number()).append('\t').append(company.name()).append('\n');
            if (++waiting == AT_ONCE) {
                copy();
            }
        }

        private void copy() {
            try {
                postgres.unwrap(org.postgresql.PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY company FROM STDIN", new StringReader(rows.toString()));
            } catch (SQLException | IOException failure) {
                throw new PartFailed("the register could not be copied to PostgreSQL", failure);
            }
            rows.setLength(0);
            waiting = 0;
        }

        private void execute(String sql) throws SQLException {
            try (var statement = postgres.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() throws SQLException {
            copy();
            execute("CREATE INDEX ON company (name)");
            execute("CREATE INDEX ON company USING gin (name gin_trgm_ops)");
            execute("VACUUM ANALYZE company");
        }
    }
}
