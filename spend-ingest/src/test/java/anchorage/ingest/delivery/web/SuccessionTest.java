package anchorage.ingest.delivery.web;

import static anchorage.ingest.delivery.web.SpendFeed.ledger;
import static anchorage.ingest.delivery.web.SpendFeed.with;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import anchorage.ingest.delivery.Deliveries;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A delivery that is taken back, or that takes another's place. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class SuccessionTest {

    private final SpendFeed feed = new SpendFeed("demo-succession-" + UUID.randomUUID());

    @Inject
    Deliveries deliveries;

    @BeforeEach
    void anAnchorWithAFeed() {
        feed.create();
    }

    @Test
    void takesBackAnAppliedDeliveryOnceAndForAll() {
        // Given
        var delivery = applied(pushed(ledger(), null));

        // When
        var answer = feed.withdraw(delivery, "It held the payroll.");

        // Then
        answer.statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("withdrawn.reason", equalTo("It held the payroll."));
        feed.withdraw(delivery, "Again.").statusCode(200).body("withdrawn.reason", equalTo("It held the payroll."));
    }

    @Test
    void takesTheBytesOfAWithdrawnDeliveryForANewOne() {
        // Given
        var file = ledger();
        var delivery = applied(pushed(file, null));
        feed.withdraw(delivery, "Too early.");

        // When
        var again = pushed(file, null);

        // Then
        assertThat(again.getString("id")).isNotEqualTo(delivery.toString());
        assertThat(again.getString("state")).isEqualTo("PUBLISHED");
    }

    @Test
    void takesBackNothingThatDoesNotCount() {
        // Given
        var delivery = UUID.fromString(pushed(ledger(), null).getString("id"));

        // Then
        feed.withdraw(delivery, "Too early.")
                .statusCode(409)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/problems/delivery-not-applied"));
    }

    @Test
    void marksADeliveryWhosePlaceIsTakenWhenTheOtherIsApplied() {
        // Given
        var old = applied(pushed(ledger(), null));
        var successor = pushed(ledger(), old);
        assertThat(feed.read(old).getString("state")).isEqualTo("APPLIED");

        // When
        var young = applied(successor);

        // Then
        assertThat(feed.read(old).getString("state")).isEqualTo("SUPERSEDED");
        assertThat(feed.read(old).getString("supersededBy")).isEqualTo(young.toString());
        assertThat(feed.read(young).getString("supersedes")).isEqualTo(old.toString());
    }

    @Test
    void letsOneDeliveryAtATimeTakeAPlace() {
        // Given
        var old = applied(pushed(ledger(), null));
        pushed(ledger(), old);

        // Then
        feed.push(ledger(), Map.of("supersedes", old))
                .statusCode(409)
                .body("type", equalTo("/problems/delivery-not-applied"));
    }

    @Test
    void letsNoOtherAnchorTakeADeliveryBack() {
        // Given
        var delivery = applied(pushed(ledger(), null));

        // Then
        with(Tokens.of(ANCHOR_PUBLISHER, "demo-other", "spend-ingest"))
                .contentType("application/json")
                .body(Map.of("reason", "Mischief."))
                .post("/v1/deliveries/" + delivery + "/withdrawal")
                .then()
                .statusCode(404);
    }

    @Test
    void warnsOfAPeriodThatCountsAlreadyUnlessItTakesThatPlace() {
        // Given
        var old = applied(pushed(ledger(), null));

        // Then
        assertThat(pushed(ledger(), old).getList("warnings")).isEmpty();
        assertThat(pushed(ledger(), null).getList("warnings.code", String.class))
                .contains("period-pushed-twice");
    }

    private JsonPath pushed(String file, UUID supersedes) {
        return feed.pushed(file, supersedes == null ? Map.of() : Map.of("supersedes", supersedes));
    }

    private UUID applied(JsonPath delivery) {
        return SpendFeed.applied(deliveries, delivery);
    }
}
