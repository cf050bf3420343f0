package anchorage.registry.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.local.bench.MadeUpCompanies;
import anchorage.local.bench.MadeUpCompanies.Company;
import anchorage.registry.DigestId;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.lucene.store.MMapDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether the right name is among those that the index finds for a name with a slip, before any is compared in full.
 * {@code -Dcandidates.companies=5500000 -Dcandidates.queries=2000} does it in a register of that size and says how long
 * each step took the processor, so that what else the machine does counts less.
 */
class CandidatesTest {

    private static final int COMPANIES = Integer.getInteger("candidates.companies", 5_000);
    private static final int QUERIES = Integer.getInteger("candidates.queries", COMPANIES / 10);
    private static final int AT_ONCE = 2_000;
    private static final int WANTED = 50;

    /** Of 100 labelled names of real ledgers that are somebody's, so many are written as the register has them. */
    private static final int EXACT = 65;

    @TempDir
    Path folder;

    @Test
    void finds99Of100NamesThatHaveASlip() throws IOException {
        // Given
        var asked = new ArrayList<Company>();
        var random = new Random(7);
        try (var index = new NameIndex(new MMapDirectory(folder))) {
            timed("index", COMPANIES, () -> {
                fill(index, asked);
                return asked;
            });
            var names = asked.stream()
                    .map(company -> Sought.named(MadeUpCompanies.written(company.name(), random)))
                    .toList();

            // When
            var missed = new ArrayList<String>();
            int[] foundAmong = new int[WANTED];
            timed("candidates", names.size(), () -> {
                for (int at = 0; at < names.size(); at++) {
                    int place = place(index, names.get(at), asked.get(at));
                    if (place < WANTED) {
                        foundAmong[place]++;
                    } else {
                        missed.add(names.get(at).name() + " | " + asked.get(at).name());
                    }
                }
                return missed;
            });
            if (isMeasuring()) {
                measure(index, names, asked);
                System.out.printf(
                        Locale.ROOT,
                        "among 24: %d, among 50: %d, of %d%n",
                        Arrays.stream(foundAmong, 0, 24).sum(),
                        Arrays.stream(foundAmong).sum(),
                        names.size());
                missed.stream().limit(40).forEach(System.out::println);
            }

            // Then
            assertThat(1 - (double) missed.size() / names.size()).isGreaterThanOrEqualTo(0.99);
        }
    }

    private static void fill(NameIndex index, List<Company> asked) {
        var waiting = new ArrayList<IndexedSupplier>(AT_ONCE);
        new MadeUpCompanies(COMPANIES).each(company -> {
            waiting.add(new IndexedSupplier(
                    DigestId.of("GB-COH:" + company.number()),
                    List.of(new IndexedSupplier.Named(company.name(), "CURRENT")),
                    List.of("ZQ11AA"),
                    List.of("GB-COH:" + company.number()),
                    false));
            if (Integer.parseInt(company.number()) % (COMPANIES / QUERIES) == 0) {
                asked.add(company);
            }
            if (waiting.size() == AT_ONCE) {
                index.put(waiting);
                waiting.clear();
            }
        });
        index.put(waiting);
        index.commit(1);
    }

    private static int place(NameIndex index, Sought sought, Company company) {
        var supplier = DigestId.of("GB-COH:" + company.number());
        return index.read(searcher -> {
            var found = Ranking.found(searcher, sought, WANTED);
            int place = 0;
            while (place < found.size() && !found.get(place).name().supplier().equals(supplier)) {
                place++;
            }
            return place < found.size() ? place : WANTED;
        });
    }

    private void measure(NameIndex index, List<Sought> names, List<Company> asked) throws IOException {
        var matching = new Matching(Model.shipped());
        var mixed = new ArrayList<Sought>();
        for (int at = 0; at < names.size(); at++) {
            mixed.add(at % 100 < EXACT ? Sought.named(asked.get(at).name()) : names.get(at));
        }
        for (int round = 0; round < 3; round++) {
            timed("matches, all with a slip", names.size(), () -> matching.match(index, names));
            timed("matches, " + EXACT + " of 100 to the letter", names.size(), () -> matching.match(index, mixed));
        }
        singly(index, names);
    }

    private void singly(NameIndex index, List<Sought> names) throws IOException {
        var matching = new Matching(Model.shipped());
        var times = new ArrayList<Long>();
        var clocks = new ArrayList<Long>();
        for (var name : names) {
            long clock = System.nanoTime();
            long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            matching.match(index, List.of(name));
            times.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began);
            clocks.add(System.nanoTime() - clock);
        }
        times.sort(null);
        clocks.sort(null);
        try (var files = Files.list(folder)) {
            System.out.printf(
                    Locale.ROOT,
                    "one match: median %.2f ms by the clock; median %.2f ms, p95 %.2f ms of a processor%n"
                            + "index of %d MB, heap of at most %d MB%n",
                    clocks.get(clocks.size() / 2) / 1e6,
                    times.get(times.size() / 2) / 1e6,
                    times.get(times.size() * 95 / 100) / 1e6,
                    files.mapToLong(file -> file.toFile().length()).sum() >> 20,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    /** Says how long it took by the clock, and how long the processors worked for this process meanwhile. */
    private static void timed(String what, int number, Supplier<?> work) {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long clock = System.nanoTime();
        long worked = machine.getProcessCpuTime();
        work.get();
        double seconds = (System.nanoTime() - clock) / 1e9;
        double processor = (machine.getProcessCpuTime() - worked) / 1e9;
        if (isMeasuring()) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.2f s, %.0f a second; of a processor %.2f s, %.2f ms each, %.0f a second%n",
                    what,
                    seconds,
                    number / seconds,
                    processor,
                    processor * 1000 / number,
                    number / processor);
        }
    }

    private static boolean isMeasuring() {
        return System.getProperty("candidates.companies") != null;
    }
}
