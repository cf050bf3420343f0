package anchorage.local.bench;

import java.util.List;
import java.util.function.Function;

/**
 * What finding suppliers took.
 *
 * @param imported seconds in which the register was loaded
 */
record ResolveResult(String work, int companies, int names, double imported, List<Round> rounds)
        implements Bench.Result {

    /** One batch, in each way. */
    record Round(Found ours, Found exact, Found trigrams) {}

    /**
     * What one way found.
     *
     * @param milliseconds for all the names
     * @param right names for which the company was found, with no person asked
     * @param wrong names for which another was
     * @param asked names of which a person is asked
     */
    record Found(int names, double milliseconds, int right, int wrong, int asked) {

        double perSecond() {
            return names / milliseconds * 1000;
        }
    }

    @Override
    public String table() {
        return "resolve, %d companies (loaded in %.0f s), %d names with a slip each%n"
                        .formatted(companies, imported, names)
                + "  way          names a second   right   wrong   a person is asked\n"
                + row("ours", Round::ours)
                + row("exact name", Round::exact)
                + row("pg_trgm", Round::trigrams)
                + "  goal: 2000 names a second at 1000000 companies";
    }

    private String row(String way, Function<Round, Found> of) {
        var found = rounds.stream().map(of).toList();
        double all = found.stream().mapToInt(Found::names).sum();
        return "  %-12s %14.1f  %5.1f%%  %5.1f%%  %5.1f%%%n"
                .formatted(
                        way,
                        QueryResult.at(found.stream().map(Found::perSecond).toList(), 0.5),
                        100 * found.stream().mapToInt(Found::right).sum() / all,
                        100 * found.stream().mapToInt(Found::wrong).sum() / all,
                        100 * found.stream().mapToInt(Found::asked).sum() / all);
    }
}
