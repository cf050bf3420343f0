package anchorage.ingest.delivery.web;

import static anchorage.ingest.delivery.web.SpendFeed.ledger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import anchorage.ingest.delivery.Deliveries;
import anchorage.testsupport.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A delivery that brings another's refused rows, mended. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class SupplementTest {

    private final SpendFeed feed = new SpendFeed("demo-supplement");

    @Inject
    Deliveries deliveries;

    @BeforeEach
    void anAnchorWithAFeed() {
        feed.create();
    }

    @Test
    void takesTheDownloadOfRefusedRowsBackWhenItIsMended() {
        // Given
        var mended = applied(feed.pushed(ledgerWithTwoBadRows(), Map.of()));
        var download = feed.publisher()
                .accept("text/csv")
                .get("/v1/deliveries/" + mended + "/refused-rows")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(download).contains("'=Goyt Ltd");

        // When
        var supplement = feed.pushed(
                download.replace("32/03/2026", "31/03/2026").replace("twelve", "12.00"), Map.of("supplements", mended));

        // Then
        assertThat(supplement.getString("state")).isEqualTo("PUBLISHED");
        assertThat(supplement.getLong("counts.accepted")).isEqualTo(2);
        assertThat(supplement.getString("totals.net")).isEqualTo("19.25");
        assertThat(supplement.getString("supplements")).isEqualTo(mended.toString());
        assertThat(feed.read(mended).getList("supplementedBy", String.class))
                .containsExactly(supplement.getString("id"));
    }

    @Test
    void takesNoMoreLinesThanAreStillRefused() {
        // Given
        var mended = applied(feed.pushed(ledgerWithTwoBadRows(), Map.of()));
        applied(feed.pushed(ledger(), Map.of("supplements", mended)));

        // When
        var tooMany = feed.pushed(ledger() + "30/03/2026,Irwell Ltd,1.00\n", Map.of("supplements", mended));

        // Then
        assertThat(tooMany.getString("state")).isEqualTo("REFUSED");
        assertThat(tooMany.getString("refused.code")).isEqualTo("too-many-lines");
        assertThat(tooMany.getString("refused.detail")).contains("has 2 lines").contains("refused 1 are");
    }

    @Test
    void takesOneSupplementAtATime() {
        // Given
        var mended = applied(feed.pushed(ledgerWithTwoBadRows(), Map.of()));
        var file = ledger();
        feed.pushed(file, Map.of("supplements", mended));

        // Then
        feed.push(ledger(), Map.of("supplements", mended))
                .statusCode(409)
                .body("type", equalTo("/problems/delivery-not-applied"))
                .body("detail", containsString("on its way to supplement"));
        feed.push(file, Map.of("supplements", mended)).statusCode(202);
    }

    @Test
    void supplementsOnlyWhatCountsAndHasRefusedRows() {
        // Given
        var whole = applied(feed.pushed(ledger(), Map.of()));
        var underway =
                UUID.fromString(feed.pushed(ledgerWithTwoBadRows(), Map.of()).getString("id"));

        // Then
        feed.push(ledger(), Map.of("supplements", whole))
                .statusCode(409)
                .body("detail", containsString("refused no row"));
        feed.push(ledger(), Map.of("supplements", underway))
                .statusCode(409)
                .body("detail", containsString("PUBLISHED"));
        feed.push(ledger(), Map.of("supplements", whole, "supersedes", whole)).statusCode(400);
    }

    @Test
    void goesWithTheDeliveryThatItMends() {
        // Given
        var withdrawn = applied(feed.pushed(ledgerWithTwoBadRows(), Map.of()));
        var first = applied(feed.pushed(ledger(), Map.of("supplements", withdrawn)));
        var superseded = applied(feed.pushed(ledgerWithTwoBadRows(), Map.of()));
        var second = applied(feed.pushed(ledger(), Map.of("supplements", superseded)));

        // When
        feed.withdraw(withdrawn, "It was last year's.").statusCode(200);
        applied(feed.pushed(ledger(), Map.of("supersedes", superseded)));

        // Then
        assertThat(states(List.of(withdrawn, first, superseded, second)))
                .containsExactly("WITHDRAWN", "WITHDRAWN", "SUPERSEDED", "SUPERSEDED");
    }

    @Test
    void doesNotOutliveADeliveryThatWentWhileItWasOnItsWay() {
        // Given
        var mended = applied(feed.pushed(ledgerWithTwoBadRows(), Map.of()));
        var late = feed.pushed(ledger(), Map.of("supplements", mended));
        feed.withdraw(mended, "It was last year's.");

        // When
        var applied = applied(late);

        // Then
        assertThat(states(List.of(applied))).containsExactly("WITHDRAWN");
    }

    private static String ledgerWithTwoBadRows() {
        return ledger() + "32/03/2026,=Goyt Ltd,7.25\n31/03/2026,Roch Ltd,twelve\n";
    }

    private List<String> states(List<UUID> ids) {
        return ids.stream().map(id -> feed.read(id).getString("state")).toList();
    }

    private UUID applied(JsonPath delivery) {
        return SpendFeed.applied(deliveries, delivery);
    }
}
