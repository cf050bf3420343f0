package anchorage.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.testsupport.RealData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Against a reading that shares no code with ours. */
    @ParameterizedTest
    @CsvSource({
        "leeds/leeds_2010-12_raw.csv",
        "leeds/leeds_2011-06_raw.csv",
        "leeds/leeds_2020-06_raw.csv",
        "manchester/manchester_2021-10_odileeds_clean.csv",
        "manchester/manchester_2021-11_odileeds_clean.csv",
        "manchester/manchester_2021-12_odileeds_clean.csv",
        "manchester/manchester_2022-01_odileeds_clean.csv"
    })
    void readsEveryRowOfLeedsAndManchesterByAProposedMapping(String name) throws IOException {
        // Given
        var file = RealData.file("spend/" + name);

        // When
        var sum = read(file);

        // Then
        var independent = IndependentTotals.of(file);
        assertThat(sum.accepted).isEqualTo(independent.lines());
        assertThat(sum.refused).isZero();
        assertThat(sum.net).isEqualByComparingTo(independent.net());
    }

    private static Sum read(Path file) throws IOException {
        try {
            return read(file, Optional.empty());
        } catch (LedgerFile.OtherEncoding other) {
            return read(file, Optional.of(other.encoding()));
        }
    }

    private static Sum read(Path path, Optional<Charset> encoding) throws IOException {
        var sum = new Sum();
        try (var file = LedgerFile.open(path, Optional.empty(), encoding)) {
            var rows = new RowReader("an-anchor", file);
            for (var cells = file.next(); cells.isPresent(); cells = file.next()) {
                sum.add(rows.read(cells.get()));
            }
        }
        return sum;
    }

    private static final class Sum {

        private final Set<String> names = new HashSet<>();
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
