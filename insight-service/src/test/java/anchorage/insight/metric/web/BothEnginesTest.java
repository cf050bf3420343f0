package anchorage.insight.metric.web;

import static anchorage.insight.metric.web.Asked.text;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.insight.InsightSettings;
import anchorage.insight.knowledge.OverheardEngine;
import anchorage.insight.ledger.Ledger;
import anchorage.insight.trino.SameTables;
import anchorage.insight.trino.Trino;
import anchorage.testsupport.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every figure's SQL on DuckDB and on Trino, over the same Parquet files: the way out of ADR 003 stays open. Trino is a
 * download of 800 MB and needs JDK 24, so this runs in the Maven profile {@code trino} alone.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(BothEnginesTest.Overheard.class)
@Tag("trino")
class BothEnginesTest {

    private static final String ANCHOR = "both-engines";
    private static final int STEPS = 40;

    /** What asks each figure, in some of its breakdowns and filters. */
    private static final List<String> QUESTIONS = List.of(
            "local-share?by=month",
            "local-share?by=quarter,ownership",
            "local-share?by=financial-year,size",
            "local-share?by=category,place&verdict=LOCAL",
            "local-share?by=decile,ward&scope=ALL",
            "local-share?top=3&by=anchor",
            "local-share?local=statutory-local-area&by=year",
            "local-share?local=country",
            "leakage?by=category,place",
            "leakage?basis=owner&by=ward",
            "leakage/publishable?by=place",
            "suppliers/top?limit=5",
            "suppliers/shared?limit=5&anchor=both-engines-neighbour",
            "concentration?by=category",
            "deprivation?scope=ALL",
            "change?from1=2025-10-01&to1=2025-10-31&from2=2025-11-01&to2=2025-11-30&insourced=Food",
            "local-definitions/comparison?by=anchor",
            "benchmarks?anchor=both-engines-neighbour",
            "opportunities?limit=10",
            "reservable-leakage?localSuppliers=1",
            "quality",
            "scopes",
            "lines?limit=50");

    @Inject
    Facts facts;

    @Inject
    Ledger ledger;

    @Inject
    OverheardEngine engine;

    @Inject
    InsightSettings settings;

    public static class Overheard implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(OverheardEngine.class);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            // What is kept is DuckDB's own; the SQL that begins at the ledger is what both can run.
            return Map.of("insight.keep-judgements-after", "1H");
        }
    }

    @Test
    void findTheSame(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws SQLException, IOException {
        // Given
        somethingHappens();
        var asked = new LinkedHashSet<String>();
        for (var question : QUESTIONS) {
            var queries = engine.during(() -> text(ANCHOR, "/v1/insights/" + question));
            assertThat(queries).as(question).isNotEmpty();
            asked.addAll(queries);
        }
        try (var trino = new Trino(
                Path.of(System.getProperty("trino.archive")), Path.of(System.getProperty("trino.java")), folder)) {
            trino.start();
            try (var duckdb = engine.connect();
                    var other = trino.connect()) {
                new SameTables(duckdb, other, folder.resolve("facts")).make(settings.lakeFolder());

                // When
                var differences = new ArrayList<String>();
                int compared = 0;
                for (var select : asked) {
                    var ours = SameTables.rows(duckdb, select);
                    compared += ours.size();
                    difference(select, ours, other).ifPresent(differences::add);
                }

                // Then
                assertThat(differences).isEmpty();
                assertThat(compared).isGreaterThan(asked.size());
            }
        }
    }

    private static Optional<String> difference(String select, List<List<String>> ours, Connection trino) {
        try {
            var theirs = SameTables.rows(trino, SameTables.forTrino(select));
            return Set.copyOf(theirs).equals(Set.copyOf(ours)) && theirs.size() == ours.size()
                    ? Optional.empty()
                    : Optional.of("DuckDB " + ours + "\nTrino " + theirs + "\n" + select);
        } catch (SQLException refused) {
            return Optional.of(refused.getMessage() + "\n" + select);
        }
    }

    private void somethingHappens() {
        facts.region();
        var random = new Random(476);
        for (var anchor : List.of(ANCHOR, ANCHOR + "-neighbour")) {
            facts.anchor(anchor, "E08000009");
            var history = new History(facts, ledger, anchor, random);
            for (int step = 0; step < STEPS; step++) {
                history.goOn();
            }
        }
    }
}
