package anchorage.insight.metric.web;

import static anchorage.insight.metric.web.Asked.AUDIENCE;
import static anchorage.insight.metric.web.Asked.with;
import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class AuditTest {

    @Inject
    Facts facts;

    @BeforeEach
    void aLedger() {
        facts.region();
        facts.anchor("audited", "E08000009");
        facts.deliver("audited", Line.paid(70, 1));
    }

    @Test
    void tellsWhoSawWhoseLines() {
        // When
        with(Tokens.of(ANALYST, AUDIENCE))
                .get("/v1/insights/lines?anchor=audited")
                .then()
                .statusCode(200);
        with(Tokens.of(ANCHOR_ANALYST, "audited", AUDIENCE))
                .accept("text/csv")
                .get("/v1/insights/lines")
                .then()
                .statusCode(200);
        with(Tokens.of(ANALYST, AUDIENCE))
                .get("/v1/exports/ledger?anchor=audited")
                .then()
                .statusCode(200);

        // Then
        List<Map<String, Object>> deeds = with(Tokens.of(PLATFORM_ADMIN, AUDIENCE))
                .get("/v1/audit/insight-service?anchor=audited&limit=3")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        assertThat(deeds)
                .extracting(deed -> deed.get("operation"))
                .containsExactly("ExportResource_ledger", "LineResource_csv", "LineResource_list");
        assertThat(deeds).extracting(deed -> deed.get("about")).containsOnly(List.of("audited"));
        assertThat(deeds).extracting(deed -> deed.get("anchor")).containsExactly(null, "audited", null);
    }

    @Test
    void doesNotTellOfFiguresThatShowNoLine() {
        // When
        with(Tokens.of(ANALYST, AUDIENCE))
                .get("/v1/insights/scopes?anchor=audited")
                .then()
                .statusCode(200);

        // Then
        assertThat(with(Tokens.of(PLATFORM_ADMIN, AUDIENCE))
                        .get("/v1/audit/insight-service?limit=1000")
                        .asString())
                .doesNotContain("ScopesResource");
    }
}
