package anchorage.ingest.delivery.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import anchorage.ingest.delivery.Deliveries;
import anchorage.kit.security.Reach;
import anchorage.local.part.Pause;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class DeliveryChangesTest {

    private static final String CHANGES = "/v1/deliveries/changes?limit=2";

    private final SpendFeed feed =
            new SpendFeed("demo-change-" + UUID.randomUUID().toString().substring(0, 8));

    @Inject
    Deliveries deliveries;

    @Inject
    Jdbi database;

    @BeforeEach
    void anAnchorWithAFeed() {
        feed.create();
    }

    @Test
    void tellOfEveryDeliveryOnceAsItIsNow() {
        // Given
        var first = feed.pushed(SpendFeed.ledger(), Map.of()).getString("id");
        var second = feed.pushed(SpendFeed.ledger(), Map.of()).getString("id");
        var third = feed.pushed(SpendFeed.ledger(), Map.of());
        SpendFeed.applied(deliveries, third);
        feed.withdraw(UUID.fromString(third.getString("id")), "the wrong month").statusCode(200);
        settle();

        // When
        var copy = copy(feed::publisher, CHANGES);

        // Then
        assertThat(copy.states())
                .containsExactly(
                        Map.entry(first, "PUBLISHED"),
                        Map.entry(second, "PUBLISHED"),
                        Map.entry(third.getString("id"), "WITHDRAWN"));
        assertThat(copy.items.get(2).get("withdrawn").toString()).contains("the wrong month");
    }

    @Test
    void tellOfWhatBecameOfDeliveriesSinceAndOfNothingElse() {
        // Given
        var old = feed.pushed(SpendFeed.ledger(), Map.of());
        var same = SpendFeed.ledger();
        feed.pushed(same, Map.of());
        SpendFeed.applied(deliveries, old);
        settle();
        var before = copy(feed::publisher, CHANGES);

        // When
        var again = feed.pushed(same, Map.of());
        settle();
        var unchanged = copy(feed::publisher, before.next);
        var refused = feed.pushed("nothing,that is,a ledger\n1,2,3\n", Map.of());
        var mended = feed.pushed(SpendFeed.ledger(), Map.of("supersedes", old.getString("id")));
        SpendFeed.applied(deliveries, mended);
        settle();
        var after = copy(feed::publisher, unchanged.next);

        // Then
        assertThat(unchanged.items).isEmpty();
        assertThat(unchanged.next).isEqualTo(before.next);
        assertThat(before.states()).contains(Map.entry(again.getString("id"), "PUBLISHED"));
        assertThat(after.states())
                .containsExactlyInAnyOrder(
                        Map.entry(refused.getString("id"), "REFUSED"),
                        Map.entry(mended.getString("id"), "APPLIED"),
                        Map.entry(old.getString("id"), "SUPERSEDED"));
    }

    @Test
    void waitForATransactionThatBeganEarlierAndEndsLater() {
        // Given
        var late = feed.pushed(SpendFeed.ledger(), Map.of());
        settle();
        var before = copy(feed::publisher, CHANGES);
        JsonPath early;
        Copy between;

        // When
        try (var slow = Reach.EVERY_ANCHOR.during(() -> database.open())) {
            slow.begin();
            slow.execute(
                    "UPDATE delivery SET file_name = 'late.csv' WHERE id = ?", UUID.fromString(late.getString("id")));
            early = feed.pushed(SpendFeed.ledger(), Map.of());
            between = copy(feed::publisher, before.next);
            slow.commit();
        }
        settle();
        var after = copy(feed::publisher, between.next);

        // Then
        assertThat(between.items).isEmpty();
        assertThat(after.items)
                .extracting(item -> item.get("id"))
                .containsExactly(late.getString("id"), early.getString("id"));
    }

    @Test
    void areAnAnchorsOwnAndTheRegionsOfAll() {
        // Given
        var other = new SpendFeed(feed.anchor() + "-b");
        other.create();
        var own = feed.pushed(SpendFeed.ledger(), Map.of()).getString("id");
        var others = other.pushed(SpendFeed.ledger(), Map.of()).getString("id");
        settle();

        // When
        var ofOne = copy(feed::publisher, CHANGES);
        var ofAll = copy(DeliveryChangesTest::analyst, "/v1/deliveries/changes?limit=1000");
        var ofTheOther = copy(DeliveryChangesTest::analyst, CHANGES + "&anchor=" + other.anchor());

        // Then
        assertThat(ofOne.items).extracting(item -> item.get("id")).containsExactly(own);
        assertThat(ofAll.items).extracting(item -> item.get("id")).containsSubsequence(own, others);
        assertThat(ofTheOther.items).extracting(item -> item.get("id")).containsExactly(others);
        feed.publisher().get(CHANGES + "&anchor=" + other.anchor()).then().statusCode(403);
        SpendFeed.with(Tokens.of(ANCHOR_ANALYST, "spend-ingest"))
                .get(CHANGES)
                .then()
                .statusCode(403);
        other.publisher()
                .urlEncodingEnabled(false)
                .get(ofOne.next)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unusable-cursor"));
    }

    @Test
    void areGivenAsCsvToo() {
        var delivery = feed.pushed(SpendFeed.ledger(), Map.of()).getString("id");
        settle();

        var csv = feed.publisher().accept("text/csv").get(CHANGES);

        csv.then().statusCode(200).contentType(startsWith("text/csv")).header("Link", startsWith("</v1/deliveries/"));
        assertThat(csv.asString()).startsWith("id,anchor,feed,state,").contains(delivery + "," + feed.anchor());
    }

    private record Copy(List<Map<String, Object>> items, String next) {

        List<Map.Entry<String, String>> states() {
            return items.stream()
                    .map(item -> Map.entry(
                            item.get("id").toString(), item.get("state").toString()))
                    .toList();
        }
    }

    /** All from an address on, as a mirror reads it that follows links.next. */
    private static Copy copy(Supplier<RequestSpecification> client, String from) {
        var items = new ArrayList<Map<String, Object>>();
        var at = from;
        while (true) {
            var answer = client.get().urlEncodingEnabled(false).get(at);
            answer.then().statusCode(200);
            var part = answer.jsonPath().<Map<String, Object>>getList("items");
            items.addAll(part);
            at = answer.jsonPath().getString("links.next");
            if (part.isEmpty()) {
                return new Copy(items, at);
            }
        }
    }

    /** Waits until the readers have let go of what they read, which is a moment after it is published or refused. */
    private void settle() {
        for (int tries = 0; tries < 400 && isSomethingRead(); tries++) {
            Pause.millis(25);
        }
        assertThat(isSomethingRead()).isFalse();
    }

    private boolean isSomethingRead() {
        return Reach.EVERY_ANCHOR.during(
                () -> database.withHandle(handle -> handle.createQuery("SELECT EXISTS (SELECT FROM reading_job)")
                        .mapTo(Boolean.class)
                        .one()));
    }

    private static RequestSpecification analyst() {
        return SpendFeed.with(Tokens.of(ANALYST, "spend-ingest"));
    }
}
