package anchorage.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file to its end, as often as its readings ask for, in the way that a delivery is read. */
final class ReadWhole {

    private ReadWhole() {}

    /** How many rows it has; each must follow the one before. */
    static long rows(Path path) throws IOException {
        for (var findings = Findings.NONE; ; ) {
            try (var file = LedgerFile.open(path, Optional.empty(), findings)) {
                var rows = new RowReader("an-anchor", file);
                long last = 0;
                for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                    assertThat(row.get().number()).isEqualTo(++last);
                }
                return last;
            } catch (Findings.ReadAgain again) {
                var better = again.with(findings);
                assertThat(better).isNotEqualTo(findings);
                findings = better;
            }
        }
    }
}
