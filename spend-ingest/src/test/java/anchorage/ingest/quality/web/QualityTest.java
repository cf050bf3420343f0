package anchorage.ingest.quality.web;

import static anchorage.ingest.delivery.web.SpendFeed.applied;
import static anchorage.ingest.delivery.web.SpendFeed.ledger;
import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import anchorage.ingest.delivery.Deliveries;
import anchorage.ingest.delivery.web.SpendFeed;
import anchorage.kit.security.Reach;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class QualityTest {

    private static final String ROW = "31/03/2026,%s,%s\n";

    @Inject
    Deliveries deliveries;

    @Inject
    Jdbi database;

    private final SpendFeed feed =
            new SpendFeed("demo-quality-" + UUID.randomUUID().toString().substring(0, 8));

    @Test
    void countsWhatCanBeReadAndWhatIsNamed() {
        // Given
        feed.create();
        var file = ledger() + ROW.formatted("Redacted", "3.00") + ROW.formatted("Roch", "lots") + "soon,Roch,1.00\n";
        var pushed = feed.pushed(file, Map.of());

        // When
        applied(deliveries, pushed);

        // Then
        var quality = quality();
        assertThat(component(quality, "readable"))
                .containsEntry("value", "0.5000")
                .containsEntry("all", 4);
        assertThat(component(quality, "named")).containsEntry("good", 1).containsEntry("all", 2);
        assertThat(component(quality, "vat-basis-known")).containsEntry("value", "1.0000");
        assertThat(component(quality, "signs-sane")).containsEntry("value", "1.0000");
        assertThat(component(quality, "on-time")).doesNotContainKey("value");
        // 20 x 0.5 + 10 x 0.5 + 10 + 10, of 50
        assertThat(quality.getString("score")).isEqualTo("70.0");
        assertThat(quality.getString("feeds[0].score")).isEqualTo("70.0");
    }

    @Test
    void countsARowThatASupplementBroughtAsReadable() {
        // Given
        feed.create();
        var mended = applied(deliveries, feed.pushed(ledger() + "soon,Roch,1.00\n", Map.of()));

        // When
        applied(deliveries, feed.pushed(ledger(), Map.of("supplements", mended)));

        // Then
        assertThat(component(quality(), "readable")).containsEntry("good", 2).containsEntry("all", 2);
    }

    @Test
    void saysWhereTheLedgerAnswers() {
        feed.create();
        assertThat(component(quality(), "identified"))
                .containsEntry("answeredAt", "/v1/insights/local-share?anchor=" + feed.anchor())
                .containsEntry("answeredAs", "basis.coverage.identified")
                .doesNotContainKey("value");
        assertThat(quality().getString("score")).isNull();
    }

    @Test
    void raisesAnAlertWhileAFeedOwesADelivery() {
        // Given
        feed.create();
        applied(deliveries, feed.pushed(ledger(), Map.of()));
        feed.publisher().get(alerts()).then().statusCode(200).body("items", hasSize(0));

        // When
        makeOlder(75);

        // Then
        feed.publisher()
                .get(alerts())
                .then()
                .body("items", hasSize(1))
                .body("items[0].code", containsString("silent-feed"))
                .body("items[0].feed", containsString("spend"));
        assertThat(component(quality(), "on-time")).containsEntry("good", 0).containsEntry("all", 2);
        assertThat(quality().getString("feeds[0].silentSince")).isNotNull();
        feed.pushed(ledger(), Map.of());
        feed.publisher().get(alerts()).then().body("items", hasSize(0)).body("next", nullValue());
    }

    @Test
    void isForTheAnchorAndTheAnalysts() {
        feed.create();
        for (var path : new String[] {"/v1/anchors/" + feed.anchor() + "/quality", alerts()}) {
            SpendFeed.with(Tokens.of(ANALYST, "spend-ingest")).get(path).then().statusCode(200);
            SpendFeed.with(Tokens.of(ANCHOR_ANALYST, "demo-other", "spend-ingest"))
                    .get(path)
                    .then()
                    .statusCode(403);
        }
    }

    private void makeOlder(int days) {
        Reach.EVERY_ANCHOR.during(() -> database.useHandle(handle -> handle.execute(
                "UPDATE delivery SET received_at = received_at - make_interval(days => ?) WHERE anchor = ?",
                days,
                feed.anchor())));
    }

    private String alerts() {
        return "/v1/anchors/" + feed.anchor() + "/alerts";
    }

    private JsonPath quality() {
        return feed.publisher()
                .get("/v1/anchors/" + feed.anchor() + "/quality")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> component(JsonPath quality, String name) {
        return quality.getMap("components.find { it.name == '" + name + "' }");
    }
}
