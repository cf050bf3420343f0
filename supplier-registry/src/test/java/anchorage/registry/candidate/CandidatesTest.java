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
import java.util.List;
import java.util.Locale;
import java.util.Random;
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

    @TempDir
    Path folder;

    @Test
    void finds99Of100NamesThatHaveASlip() throws IOException {
        // Given
        var asked = new ArrayList<Company>();
        var random = new Random(7);
        try (var index = new NameIndex(new MMapDirectory(folder))) {
            var began = Moment.now();
            fill(index, asked);
            said("index made", began);
            var names = asked.stream()
                    .map(company -> Sought.named(MadeUpCompanies.written(company.name(), random)))
                    .toList();

            // When
            int found = 0;
            began = Moment.now();
            var missed = new ArrayList<String>();
            for (int at = 0; at < names.size(); at++) {
                if (isFound(index, names.get(at), asked.get(at))) {
                    found++;
                } else {
                    missed.add(names.get(at).name() + " | " + asked.get(at).name());
                }
            }
            said("candidates", began);
            began = Moment.now();
            new Matching(Model.shipped()).match(index, names);
            said("matches", began);
            singly(index, names);
            if (isMeasuring()) {
                System.out.printf(Locale.ROOT, "found %d of %d%n", found, names.size());
                missed.stream().limit(40).forEach(System.out::println);
            }

            // Then
            assertThat((double) found / names.size()).isGreaterThanOrEqualTo(0.99);
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

    private static boolean isFound(NameIndex index, Sought sought, Company company) {
        var supplier = DigestId.of("GB-COH:" + company.number());
        return index.read(searcher -> Ranking.found(searcher, sought).stream()
                .limit(50)
                .anyMatch(found -> found.name().supplier().equals(supplier)));
    }

    private void singly(NameIndex index, List<Sought> names) throws IOException {
        var matching = new Matching(Model.shipped());
        var times = new ArrayList<Long>();
        for (var name : names) {
            long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            matching.match(index, List.of(name));
            times.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began);
        }
        times.sort(null);
        if (isMeasuring()) {
            try (var files = Files.list(folder)) {
                System.out.printf(
                        Locale.ROOT,
                        "one match: median %.2f ms, p95 %.2f ms of a processor%nindex of %d MB, heap of at most %d MB%n",
                        times.get(times.size() / 2) / 1e6,
                        times.get(times.size() * 95 / 100) / 1e6,
                        files.mapToLong(file -> file.toFile().length()).sum() >> 20,
                        Runtime.getRuntime().maxMemory() >> 20);
            }
        }
    }

    /** A moment by the clock, and what the processors had worked for this process by then. */
    private record Moment(long clock, long worked) {

        static Moment now() {
            var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new Moment(System.nanoTime(), machine.getProcessCpuTime());
        }
    }

    private static void said(String what, Moment began) {
        if (isMeasuring()) {
            var ended = Moment.now();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.3f s, of which the processors worked %.3f s%n",
                    what,
                    (ended.clock - began.clock) / 1e9,
                    (ended.worked - began.worked) / 1e9);
        }
    }

    private static boolean isMeasuring() {
        return System.getProperty("candidates.companies") != null;
    }
}
