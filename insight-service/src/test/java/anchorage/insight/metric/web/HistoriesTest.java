package anchorage.insight.metric.web;

import static anchorage.insight.metric.web.Asked.amounts;
import static anchorage.insight.metric.web.Asked.ask;
import static anchorage.insight.metric.web.Asked.sum;
import static anchorage.insight.metric.web.Asked.text;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.insight.ledger.Ledger;
import anchorage.testsupport.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories of deliveries, withdrawals, merges, splits and late facts. {@code -Dhistories=100} runs as many of each
 * test.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class HistoriesTest {

    private static final int STEPS = 5;
    private static final List<String> QUESTIONS = List.of(
            "/v1/insights/local-share?by=month&local=combined-authority",
            "/v1/insights/leakage?by=category,place",
            "/v1/insights/suppliers/top?limit=5",
            "/v1/insights/suppliers/shared?limit=5",
            "/v1/insights/concentration",
            "/v1/insights/quality",
            "/v1/insights/deprivation",
            "/v1/insights/change?from1=2025-10-01&to1=2025-10-31&from2=2025-11-01&to2=2025-11-30",
            "/v1/insights/local-definitions/comparison",
            "/v1/insights/opportunities",
            "/v1/insights/lines?limit=50",
            "/v1/insights/leakage?basis=owner&by=ward",
            "/v1/insights/scopes");

    private static final List<String> SUMMED = List.of(
            "/v1/insights/local-share?by=place&local=combined-authority",
            "/v1/insights/local-share?by=category,quarter",
            "/v1/insights/leakage?by=ownership,month",
            "/v1/insights/leakage?category=Food",
            "/v1/insights/suppliers/top?verdict=ELSEWHERE",
            "/v1/insights/suppliers/shared?limit=10",
            "/v1/insights/concentration?by=category",
            "/v1/insights/deprivation?scope=ALL",
            "/v1/insights/local-share?basis=owner&by=ward",
            "/v1/insights/scopes?verdict=UNKNOWN");

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
        var history = new History(facts, ledger, anchor, random);
        var given = new LinkedHashMap<String, String>();

        // When
        for (int step = 0; step < STEPS; step++) {
            history.goOn();
            var question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
            var asOf = ask(anchor, "/v1/insights/scopes").getString("basis.asOf");
            var dated = question + (question.contains("?") ? "&" : "?") + "asOf=" + asOf;
            given.putIfAbsent(dated, text(anchor, dated));
        }
        history.goOn();

        // Then
        given.forEach((question, answer) ->
                assertThat(text(anchor, question)).as(question).isEqualTo(answer));
    }

    /** Whatever happened, lines sum to the figure, buckets to the scope, scopes to the ledger, effects to the change. */
    @ParameterizedTest
    @MethodSource("histories")
    void addUp(int seed) {
        // Given
        var random = new Random(1000 + seed);
        var anchor = "adding-" + seed;
        facts.anchor(anchor, "E08000009");
        var history = new History(facts, ledger, anchor, random);

        // When
        for (int step = 0; step < STEPS; step++) {
            history.goOn();
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
        for (int row = 0; row < share.getList("rows").size(); row++) {
            assertThat(sum(amounts(share.getString("rows[" + row + "].links.lines"))))
                    .isEqualByComparingTo(share.getString("rows[" + row + "].total"));
        }
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

    /** What is kept is summed as coarsely as a question allows; a day cut off at either end makes it look at each line. */
    @ParameterizedTest
    @MethodSource("histories")
    void giveTheSameFiguresFromSumsAsFromLines(int seed) {
        // Given
        var random = new Random(2000 + seed);
        var anchor = "summing-" + seed;
        facts.anchor(anchor, "E08000009");
        var history = new History(facts, ledger, anchor, random);

        // When
        for (int step = 0; step < STEPS; step++) {
            history.goOn();
        }

        // Then
        for (var question : SUMMED) {
            var sums = ask(anchor, question + "&from=2025-01-01&to=2025-12-31");
            var lines = ask(anchor, question + "&from=2025-01-02&to=2025-12-30");
            assertThat(figures(sums)).as(question).isEqualTo(figures(lines));
            assertThat(figures(ask(anchor, question))).as(question).isEqualTo(figures(sums));
        }
    }

    /** All but the links, which name the days. */
    private static String figures(JsonPath answer) {
        return (answer.getList("rows").toString() + answer.get("total") + answer.getMap("basis.coverage"))
                .replaceAll("links=\\{[^}]*\\}", "");
    }
}
