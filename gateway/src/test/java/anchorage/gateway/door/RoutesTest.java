package anchorage.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/anchors, spend-ingest",
        "/v1/anchors/demo-x/feeds/spend/deliveries, spend-ingest",
        "/v1/deliveries/0b7e9a52, spend-ingest",
        "/v1/uploads/0b7e9a52, spend-ingest",
        "/v1/mapping-presets, spend-ingest",
        "/v1/webhooks/0b7e9a52/notices, spend-ingest",
        "/v1/suppliers/1, supplier-registry",
        "/v1/registers/organisations/imports, supplier-registry",
        "/v1/insights/local-share, insight-service",
        "/v1/exports/ledger, insight-service",
        "/v1/audit/supplier-registry, supplier-registry",
        "/v1/scope-rules/english-public-bodies@1, insight-service"
    })
    void knowsWhoAnswersAPath(String path, String service) {
        assertThat(Routes.service(path)).contains(service);
        assertThat(Routes.isUnambiguous(path)).isTrue();
    }

    @Test
    void waitsLongerForTheFileOfALedger() {
        assertThat(Routes.takesLong("/v1/exports/ledger")).isTrue();
        assertThat(Routes.takesLong("/v1/insights/lines")).isFalse();
    }

    @Test
    void reachesNothingThatIsNotListed() {
        assertThat(Routes.service("/v1/anchorsx")).isEmpty();
        assertThat(Routes.service("/v1/metrics")).isEmpty();
        assertThat(Routes.service("/v1/audit")).isEmpty();
        assertThat(Routes.service("/v1/audit/gateway")).isEmpty();
        assertThat(Routes.service("/health/ready")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/anchors/../../health",
                "/v1/anchors/%2e%2e/x",
                "/v1/anchors/a%2Fb",
                "/v1/anchors/a%5cb",
                "/v1/anchors//x",
                "/v1/anchors;role=admin",
                "/v1/anchors/%00",
                "/v1/anchors/%252e",
                "/v1/anchors/é",
                "/v1/anchors/.."
            })
    void refusesPathsThatCouldMeanAnother(String path) {
        assertThat(Routes.isUnambiguous(path)).isFalse();
    }
}
