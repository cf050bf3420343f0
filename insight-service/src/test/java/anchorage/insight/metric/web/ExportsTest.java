package anchorage.insight.metric.web;

import static anchorage.insight.metric.web.Asked.AUDIENCE;
import static anchorage.insight.metric.web.Asked.with;
import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.insight.ledger.Ledger;
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
import java.util.Set;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ExportsTest {

    private static final String EXPORT = "/v1/exports/ledger?anchor=exporting";
    private static final String MIRRORED = "/v1/exports/ledger?anchor=mirrored";

    @Inject
    Facts facts;

    @Inject
    Ledger ledger;

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
        with(Tokens.of(ANCHOR_ANALYST, "own", AUDIENCE)).get(EXPORT).then().statusCode(403);
    }

    @Test
    void saysThatNothingHasChangedUntilSomethingOfItDoes() {
        // Given
        facts.anchor("mirrored", "E08000009");
        facts.deliver("mirrored", Line.paid(70, 1));
        var tag = tagged(null, 200);
        assertThat(tagged(tag, 304)).isEqualTo(tag);

        // When
        facts.anchor("mirrored-too", "E08000009");
        facts.supplier(71, "M11AA", "E08000003");
        var known = tagged(null, 200);
        facts.deliver("mirrored-too", Line.paid(70, 1));
        var elsewhere = tagged(known, 304);
        var delivery = facts.deliver("mirrored", Line.paid(70, 71));
        var delivered = tagged(known, 200);
        facts.supplier(71, "M11AA", "E08000035");
        var moved = tagged(delivered, 200);
        ledger.withdraw(delivery);
        var withdrawn = tagged(moved, 200);

        // Then
        assertThat(elsewhere).isEqualTo(known);
        assertThat(Set.of(tag, known, delivered, moved, withdrawn)).hasSize(5).allMatch(one -> one.startsWith("W/"));
        assertThat(with(Tokens.of(ANCHOR_ANALYST, "mirrored", AUDIENCE))
                        .get(MIRRORED)
                        .header("ETag"))
                .isNotEqualTo(withdrawn);
        assertThat(with(Tokens.of(ANALYST, AUDIENCE))
                        .get(MIRRORED + "&local=combined-authority")
                        .header("ETag"))
                .isNotEqualTo(withdrawn);
    }

    @Test
    void givesTheLinesOfOneDeliveryAndNoneOnceItDoesNotCount() throws Exception {
        // Given
        facts.anchor("mirrored", "E08000009");
        var delivery = facts.deliver("mirrored", Line.paid(1234, 1), Line.paid(1, 1));
        var analyst = Tokens.of(ANALYST, AUDIENCE);

        // When
        var counted = export(analyst, MIRRORED + "&delivery=" + delivery);
        var tag = with(analyst).get(MIRRORED + "&delivery=" + delivery).header("ETag");
        facts.deliver("mirrored", Line.paid(99, 1));
        var afterAnother = with(analyst)
                .header("If-None-Match", tag)
                .get(MIRRORED + "&delivery=" + delivery)
                .statusCode();

        // Then
        assertThat(read(counted, "count(*) || ' ' || sum(amount) || ' ' || min(CAST(delivery AS VARCHAR))"))
                .isEqualTo("2 1235.0000 " + delivery);
        assertThat(afterAnother).isEqualTo(304);
        ledger.withdraw(delivery);
        assertThat(read(export(analyst, MIRRORED + "&delivery=" + delivery), "count(*)"))
                .isEqualTo("0");
    }

    private String tagged(String known, int status) {
        var request = with(Tokens.of(ANALYST, AUDIENCE));
        var answer = (known == null ? request : request.header("If-None-Match", known)).get(MIRRORED);
        answer.then().statusCode(status);
        assertThat(answer.asByteArray().length > 0).isEqualTo(status == 200);
        return answer.header("ETag");
    }

    private Path export(String token) throws IOException {
        return export(token, EXPORT);
    }

    private Path export(String token, String address) throws IOException {
        var bytes = with(token)
                .get(address)
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
