package anchorage.insight.metric.web;

import static anchorage.insight.metric.web.Asked.AUDIENCE;
import static anchorage.insight.metric.web.Asked.with;
import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ExportsTest {

    @Inject
    Facts facts;

    @TempDir
    Path folder;

    @BeforeEach
    void aLedgerWithAPerson() {
        facts.region();
        facts.anchor("exporting", "E08000009");
        facts.person(78, "Mrs J Fernlea");
        facts.deliver(
                "exporting", Line.paid(70, 1), new Line(new BigDecimal("-2.5"), 78, "Mrs J Fernlea", "2025-10-10"));
    }

    @Test
    void givesTheJudgedLinesAsParquet() throws Exception {
        // When
        var file = export(Tokens.of(ANALYST, AUDIENCE));

        // Then
        assertThat(read(file, "sum(amount) % 67.5")).isEqualTo("0.0000");
        assertThat(read(file, "min(verdict) || ' ' || max(verdict)")).isEqualTo("LOCAL UNKNOWN");
        assertThat(read(file, "string_agg(DISTINCT supplier_name, ', ' ORDER BY supplier_name)"))
                .isEqualTo("(a natural person), Supplier");
    }

    @Test
    void namesAPersonToTheirOwnAnchor() throws Exception {
        // When
        var file = export(Tokens.of(ANCHOR_ANALYST, "exporting", AUDIENCE));

        // Then
        assertThat(read(file, "min(supplier_name)")).isEqualTo("Mrs J Fernlea");
    }

    @Test
    void givesNobodyElsesLines() {
        with(Tokens.of(ANCHOR_ANALYST, "own", AUDIENCE))
                .get("/v1/exports/ledger?anchor=exporting")
                .then()
                .statusCode(403);
    }

    private Path export(String token) throws IOException {
        var bytes = with(token)
                .get("/v1/exports/ledger?anchor=exporting")
                .then()
                .statusCode(200)
                .contentType("application/vnd.apache.parquet")
                .extract()
                .asByteArray();
        return Files.write(folder.resolve("ledger.parquet"), bytes);
    }

    private static String read(Path file, String expression) throws SQLException {
        try (var connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT " + expression + " FROM read_parquet('" + file + "')")) {
            row.next();
            return row.getString(1);
        }
    }
}
