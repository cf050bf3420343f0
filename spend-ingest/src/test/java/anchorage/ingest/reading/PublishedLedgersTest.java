package anchorage.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.testsupport.RealData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Ledgers as public bodies published them, against totals that were counted without this code. */
class PublishedLedgersTest {

    /** T1: Trafford's supplier spend of 2025-26. */
    @Test
    void readsTraffordToThePenny() throws IOException {
        // When
        var sum = read(RealData.file("spend/trafford/trafford-supplier-spend-2025-26.zip"));

        // Then
        assertThat(sum.accepted).isEqualTo(241_764);
        assertThat(sum.other).isZero();
        assertThat(sum.net).isEqualByComparingTo("621913624.42");
        assertThat(sum.creditLines).isEqualTo(35_554);
        assertThat(sum.credits).isEqualByComparingTo("-55934462.06");
        assertThat(sum.redactedLines).isEqualTo(36_616);
        assertThat(sum.redacted).isEqualByComparingTo("108870420.86");
        assertThat(sum.names).hasSize(2_405); // with Redacted itself, 2,406
    }

    /** G17: the labelled ledgers of Bolton and Oldham, 2019. */
    @ParameterizedTest
    @CsvSource({"bolton_2019, 17035, 175317348.01", "oldham_2019, 16864, 224118911.65"})
    void readsTheLabelledLedgers(String name, long lines, BigDecimal net) throws IOException {
        // When
        var sum = read(RealData.file("labelled/lgtc/" + name + ".csv"));

        // Then
        assertThat(sum.accepted).isEqualTo(lines);
        assertThat(sum.net).isEqualByComparingTo(net);
    }

    static Stream<Path> everyPublishedFile() throws IOException {
        try (var files = Files.walk(RealData.file("spend"))) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(csv|xlsx?|zip)"))
                    .filter(file -> !file.toString().endsWith(".zip"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** Every file that there is, against a reading that shares no code with ours. */
    @ParameterizedTest
    @MethodSource("everyPublishedFile")
    void readsEveryFileToThePenny(Path file) throws IOException {
        // When
        var sum = read(file);

        // Then
        var columns = sum.layout.columns();
        var independent = IndependentTotals.of(file, columns.get("amount"), columns.get("supplierName"));
        assertThat(sum.accepted).isEqualTo(independent.lines()).isPositive();
        assertThat(sum.net).isEqualByComparingTo(independent.net());
        assertThat(sum.refused).isLessThanOrEqualTo(6);
    }

    private static Sum read(Path file) throws IOException {
        try {
            return read(file, Findings.NONE);
        } catch (Findings.ReadAgain again) {
            return read(file, again.with(Findings.NONE));
        }
    }

    private static Sum read(Path path, Findings findings) throws IOException {
        var sum = new Sum();
        try (var file = LedgerFile.open(path, Optional.empty(), findings)) {
            var rows = new RowReader("an-anchor", file);
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                sum.add(row.get());
            }
            sum.layout = file.layout();
        }
        return sum;
    }

    private static final class Sum {

        private final Set<String> names = new HashSet<>();
        private Layout layout;
        private long accepted;
        private long refused;
        private long other;
        private long creditLines;
        private long redactedLines;
        private BigDecimal net = BigDecimal.ZERO;
        private BigDecimal credits = BigDecimal.ZERO;
        private BigDecimal redacted = BigDecimal.ZERO;

        void add(Row row) {
            if (!(row instanceof Row.Accepted accepted)) {
                other++;
                refused += row instanceof Row.Refused ? 1 : 0;
                return;
            }
            var line = accepted.line();
            this.accepted++;
            net = net.add(line.amount());
            if (line.amount().signum() < 0) {
                creditLines++;
                credits = credits.add(line.amount());
            }
            if (line.redacted()) {
                redactedLines++;
                redacted = redacted.add(line.amount());
            } else {
                names.add(line.supplierName());
            }
        }
    }
}
