package anchorage.insight.metric.web;

import static anchorage.insight.metric.web.Asked.amounts;
import static anchorage.insight.metric.web.Asked.ask;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.testsupport.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which anchors a question means that names none, or names them by how they begin. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class WhoseFiguresTest {

    @Inject
    Facts facts;

    @BeforeEach
    void placesAndSuppliers() {
        facts.region();
    }

    @Test
    void countsASandboxInNoFigureThatDoesNotNameIt() {
        // Given
        var totals = List.of("?anchor=demo-*", "", "?anchor=demo-sand*");
        facts.anchor("demo-beside", "E08000009");
        facts.deliver("demo-beside", Line.paid(10, 1));
        var before = totals.stream().map(WhoseFiguresTest::total).toList();

        // When
        facts.anchor("demo-sandbox-one", "E08000009");
        facts.deliver("demo-sandbox-one", Line.paid(7, 1));

        // Then
        assertThat(totals.stream().map(WhoseFiguresTest::total).toList()).isEqualTo(before);
        assertThat(total("?anchor=demo-sandbox-one")).isEqualTo("7.00");
    }

    @Test
    void opensTheFigureOfNobodyIntoNoLine() {
        // Given
        facts.anchor("somebody", "E08000009");
        facts.deliver("somebody", Line.paid(10, 1));

        // When
        var answer = ask("/v1/insights/local-share?anchor=nobody-*");

        // Then
        assertThat(answer.getString("total.total")).isEqualTo("0.00");
        assertThat(amounts(answer.getString("total.links.lines"))).isEmpty();
    }

    private static String total(String anchors) {
        return ask("/v1/insights/local-share" + anchors).getString("total.total");
    }
}
