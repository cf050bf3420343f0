package anchorage.insight.metric.web;

import static anchorage.insight.metric.web.Asked.ask;
import static anchorage.insight.metric.web.Asked.sum;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.testsupport.Backends;
import anchorage.testsupport.RealData;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What is known of published ledgers comes out of the figures to the penny. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PublishedLedgersTest {

    private static final int FIRST_SUPPLIER = 10_000;

    @Inject
    Facts facts;

    /** T1: Trafford Council, spend 2025-26, added up from its file. */
    @Test
    void addsTraffordUpToThePenny() throws IOException {
        // Given
        var lines = trafford(RealData.file("spend/trafford/trafford-supplier-spend-2025-26.zip"));
        facts.region();
        facts.anchor("trafford-published", "E08000009");
        facts.deliver("trafford-published", lines);

        // When
        var scopes = ask("trafford-published", "/v1/insights/scopes");
        var share = ask("trafford-published", "/v1/insights/local-share?scope=ALL&by=quarter");

        // Then
        assertThat(scopes.getLong("total.lines")).isEqualTo(241_764);
        assertThat(scopes.getString("total.total")).isEqualTo("621913624.42");
        assertThat(scopes.getLong("total.creditLines")).isEqualTo(35_554);
        assertThat(scopes.getString("total.credits")).isEqualTo("-55934462.06");
        assertThat(scopes.getLong("total.redactedLines")).isEqualTo(36_616);
        assertThat(scopes.getString("total.redacted")).isEqualTo("108870420.86");
        assertThat(sum(scopes.getList("rows.total"))).isEqualByComparingTo("621913624.42");
        assertThat(sum(share.getList("rows.total"))).isEqualByComparingTo("621913624.42");
        assertThat(share.getString("total.total")).isEqualTo("621913624.42");
    }

    /** G29: where 26.6 % of rows, 4.7 % of the value, are redacted, what is local is known to within 4.7 %. */
    @Test
    void givesAnIntervalWhereSuppliersAreRedacted() {
        // Given
        facts.region();
        facts.anchor("redacting", "E08000009");
        var lines = Stream.of(redacted(1, 2050), redacted(265, 10), payments(1, 22_000, 1), payments(733, 100, 3))
                .flatMap(each -> each)
                .toArray(Line[]::new);
        facts.deliver("redacting", lines);

        // When
        var share = ask("redacting", "/v1/insights/local-share");

        // Then
        assertThat(share.getString("total.total")).isEqualTo("100000.00");
        assertThat(share.getString("total.unknown")).isEqualTo("4700.00");
        var atLeast = new BigDecimal(share.getString("total.share.atLeast"));
        var atMost = new BigDecimal(share.getString("total.share.atMost"));
        assertThat(atMost.subtract(atLeast)).isEqualByComparingTo("0.0470");
    }

    private static Stream<Line> redacted(int rows, int pounds) {
        return Stream.generate(() -> new Line(BigDecimal.valueOf(pounds), 0, "Redacted", "2025-10-10"))
                .limit(rows);
    }

    private static Stream<Line> payments(int rows, int pounds, int supplier) {
        return Stream.generate(() -> Line.paid(pounds, supplier)).limit(rows);
    }

    private static Line[] trafford(Path zip) throws IOException {
        var suppliers = new HashMap<String, Integer>();
        var lines = new ArrayList<Line>();
        try (var bytes = new ZipInputStream(Files.newInputStream(zip))) {
            bytes.getNextEntry();
            for (var row : CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
                lines.add(line(row, suppliers));
            }
        }
        return lines.toArray(Line[]::new);
    }

    private static Line line(NamedCsvRecord row, Map<String, Integer> suppliers) {
        var name = row.getField("BeneficiaryName");
        return new Line(
                        new BigDecimal(row.getField("Amount")),
                        suppliers.computeIfAbsent(name, each -> FIRST_SUPPLIER + suppliers.size()),
                        name,
                        row.getField("PaymentDate"))
                .in(row.getField("ProclassLabel"));
    }
}
