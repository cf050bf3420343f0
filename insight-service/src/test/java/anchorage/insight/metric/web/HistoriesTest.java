package anchorage.insight.metric.web;

import static anchorage.insight.metric.web.Asked.ask;
import static anchorage.insight.metric.web.Asked.sum;
import static anchorage.insight.metric.web.Asked.text;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.insight.ledger.Ledger;
import anchorage.testsupport.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random histories of deliveries, withdrawals and facts. {@code -Dhistories=100} runs as many. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class HistoriesTest {

    private static final int STEPS = 5;
    private static final List<String> DISTRICTS = List.of("E08000009", "E08000003", "E08000035");
    private static final List<String> QUESTIONS = List.of(
            "/v1/insights/local-share?by=month&local=combined-authority",
            "/v1/insights/leakage?by=category,place",
            "/v1/insights/suppliers/top?limit=5",
            "/v1/insights/scopes");

    @Inject
    Facts facts;

    @Inject
    Ledger ledger;

    static IntStream histories() {
        return IntStream.range(0, Integer.getInteger("histories", 4));
    }

    @BeforeEach
    void places() {
        facts.region();
    }

    @ParameterizedTest
    @MethodSource("histories")
    void changeNoAnswerThatWasGiven(int seed) {
        // Given
        var random = new Random(seed);
        var anchor = "history-" + seed;
        facts.anchor(anchor, "E08000009");
        var deliveries = new ArrayList<UUID>();
        var given = new LinkedHashMap<String, String>();

        // When
        for (int step = 0; step < STEPS; step++) {
            happen(random, anchor, deliveries);
            var question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
            var asOf = ask(anchor, question).getString("basis.asOf");
            var dated = question + (question.contains("?") ? "&" : "?") + "asOf=" + asOf;
            given.put(dated, text(anchor, dated));
        }
        happen(random, anchor, deliveries);

        // Then
        given.forEach((question, answer) ->
                assertThat(text(anchor, question)).as(question).isEqualTo(answer));
    }

    /** Whatever happened, buckets sum to the scope, scopes to the ledger, and effects to the change. */
    @ParameterizedTest
    @MethodSource("histories")
    void addUp(int seed) {
        // Given
        var random = new Random(1000 + seed);
        var anchor = "adding-" + seed;
        facts.anchor(anchor, "E08000009");
        var deliveries = new ArrayList<UUID>();

        // When
        for (int step = 0; step < STEPS; step++) {
            happen(random, anchor, deliveries);
        }

        // Then
        var local = List.of("district", "combined-authority", "region", "statutory-local-area")
                .get(random.nextInt(4));
        var scopes = ask(anchor, "/v1/insights/scopes");
        var share = ask(anchor, "/v1/insights/local-share?by=category,place&scope=ALL&local=" + local);
        assertThat(sum(scopes.getList("rows.total"))).isEqualByComparingTo(scopes.getString("total.total"));
        assertThat(share.getString("total.total")).isEqualTo(scopes.getString("total.total"));
        assertThat(sum(share.getList("rows.total"))).isEqualByComparingTo(share.getString("total.total"));
        assertThat(sum(List.of(
                        share.getString("total.local"),
                        share.getString("total.elsewhere"),
                        share.getString("total.unknown"))))
                .isEqualByComparingTo(share.getString("total.total"));
        assertThat(share.getInt("total.lines")).isEqualTo(share.getInt("basis.ledger.lines"));
        var change = ask(
                anchor,
                "/v1/insights/change?from1=2025-10-01&to1=2025-10-31&from2=2025-11-01&to2=2025-11-30&local1=district"
                        + "&insourced=Food&local=" + local);
        assertThat(sum(change.getList("rows.change"))).isEqualByComparingTo(change.getString("total.change"));
        assertThat(new BigDecimal(change.getString("after.local"))
                        .subtract(new BigDecimal(change.getString("before.local"))))
                .isEqualByComparingTo(change.getString("total.change"));
    }

    private void happen(Random random, String anchor, List<UUID> deliveries) {
        int supplier = 100 + random.nextInt(6);
        switch (random.nextInt(6)) {
            case 0 -> facts.supplier(supplier, "M11AA", DISTRICTS.get(random.nextInt(DISTRICTS.size())));
            case 1 -> facts.identified(supplier);
            case 2 -> facts.nobody(supplier);
            case 3 -> {
                if (!deliveries.isEmpty()) {
                    ledger.withdraw(deliveries.remove(random.nextInt(deliveries.size())));
                }
            }
            default -> deliveries.add(facts.deliver(anchor, lines(random)));
        }
    }

    private static Line[] lines(Random random) {
        return IntStream.range(0, 1 + random.nextInt(40))
                .mapToObj(at -> new Line(
                                BigDecimal.valueOf(random.nextInt(900_000) - 90_000, 2),
                                100 + random.nextInt(6),
                                random.nextInt(7) == 0 ? "HMRC CUMBERNAULD" : "Supplier",
                                "2025-1" + random.nextInt(2) + "-1" + random.nextInt(9))
                        .in(List.of("Food", "Care", "Coal").get(random.nextInt(3))))
                .toArray(Line[]::new);
    }
}
