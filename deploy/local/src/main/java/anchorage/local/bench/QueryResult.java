package anchorage.local.bench;

import java.util.List;

/**
 * What the questions took.
 *
 * @param alone milliseconds of the narrow question while its anchor was the only one
 * @param memory the most megabytes that insight-service held
 */
record QueryResult(
        String work, int lines, int anchors, int suppliers, double alone, long memory, List<Measured> questions)
        implements Bench.Result {

    /** One round, in milliseconds. */
    record Round(double ours, double duckdb, double postgres) {}

    /**
     * Of one question: medians in milliseconds, and medians of the ratios that each round gives.
     *
     * @param first when it was asked for the first time since the ledger changed
     * @param ours95 of the times in a row, the 95th percentile
     */
    record Measured(
            String question,
            double first,
            double ours,
            double ours95,
            double duckdb,
            double postgres,
            double toDuckdb,
            double postgresToOurs,
            List<Round> rounds) {

        static Measured of(String question, double first, List<Round> rounds, List<Double> inARow) {
            return new Measured(
                    question,
                    first,
                    at(rounds.stream().map(Round::ours).toList(), 0.5),
                    at(inARow, 0.95),
                    at(rounds.stream().map(Round::duckdb).toList(), 0.5),
                    at(rounds.stream().map(Round::postgres).toList(), 0.5),
                    at(rounds.stream().map(round -> round.ours / round.duckdb).toList(), 0.5),
                    at(rounds.stream().map(round -> round.postgres / round.ours).toList(), 0.5),
                    rounds);
        }
    }

    /** The value below which that share of them lies. */
    static double at(List<Double> values, double share) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
    }

    @Override
    public String table() {
        var table = new StringBuilder("query, %d lines, %d anchors, %d suppliers; insight-service held at most %d MB%n"
                .formatted(lines, anchors, suppliers, memory));
        table.append("  question              first ms  ours ms   p95 ms   DuckDB ms   PostgreSQL ms   to DuckDB"
                + "   times faster than PostgreSQL\n");
        for (var each : questions) {
            table.append("  %-20s %9.0f %8.0f %8.0f %11.0f %15.0f %11.2f %12.1f%n"
                    .formatted(
                            each.question,
                            each.first,
                            each.ours,
                            each.ours95,
                            each.duckdb,
                            each.postgres,
                            each.toDuckdb,
                            each.postgresToOurs));
        }
        table.append("  the last while its anchor was the only one: %.0f ms%n".formatted(alone));
        return table + "  goals: at most 1.5 to DuckDB, at least 20 times faster than PostgreSQL, p95 under 100 ms at "
                + "3 million lines";
    }
}
