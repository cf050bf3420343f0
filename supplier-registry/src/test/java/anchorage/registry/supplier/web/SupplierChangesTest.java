package anchorage.registry.supplier.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.REGISTER_STEWARD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import anchorage.contracts.MentionSeen;
import anchorage.registry.identification.Identifications;
import anchorage.registry.supplier.RegisteredSupplier;
import anchorage.registry.supplier.SupplierFact;
import anchorage.registry.supplier.SupplierFacts;
import anchorage.safeguard.CommitOrder;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class SupplierChangesTest {

    private static final String AUDIENCE = "supplier-registry";
    private static final String CHANGES = "/v1/suppliers/changes";

    @Inject
    Jdbi database;

    @Inject
    SupplierFacts facts;

    @Inject
    Identifications identifications;

    @Test
    void giveEverySupplierOnceAsItIsNowAndThenNothing() {
        // Given
        var first = made("Changing Looms", "PRIVATE_COMPANY");
        var second = made("Changing Mills", "CHARITY");
        state(first, "SIZE", "SMALL");

        // When
        var copy = new Copy(null, 2);

        // Then
        assertThat(copy.ids()).doesNotHaveDuplicates().containsSubsequence(second, first);
        assertThat(copy.of(first)).containsEntry("change", "CHANGED");
        assertThat(copy.of(first).get("supplier"))
                .isEqualTo(analyst().get("/v1/suppliers/" + first).jsonPath().getMap(""));
        assertThat(copy.answers.get(copy.answers.size() - 1).getList("items")).hasSizeLessThan(2);
        var again = new Copy(copy.next(), 2);
        assertThat(again.ids()).isEmpty();
        assertThat(again.next()).isEqualTo(copy.next());
    }

    @Test
    void giveWhatChangedSinceAndNothingElse() {
        // Given
        var before = new Copy(null, 1000).next();
        var kept = made("Changing Weavers", "PRIVATE_COMPANY");
        var merged = made("Changing Weavers Co", "PRIVATE_COMPANY");
        var made = new Copy(before, 1000);

        // When
        var merge = steward()
                .contentType("application/json")
                .body(Map.of("into", kept, "reason", "one letterhead"))
                .post("/v1/suppliers/" + merged + "/merges")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        var mergedThen = new Copy(made.next(), 1000);
        steward().delete("/v1/suppliers/" + merged + "/merges/" + merge).then().statusCode(204);
        var undone = new Copy(mergedThen.next(), 1000);
        var part = steward()
                .contentType("application/json")
                .body(Map.of(
                        "name", "Changing Spinners", "facts", List.of(), "mentions", List.of(), "reason", "two firms"))
                .post("/v1/suppliers/" + kept + "/splits")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        var split = new Copy(undone.next(), 1000);

        // Then
        assertThat(made.ids()).containsExactlyInAnyOrder(kept, merged);
        assertThat(mergedThen.ids()).containsExactlyInAnyOrder(kept, merged);
        assertThat(mergedThen.of(merged)).isEqualTo(Map.of("change", "MERGED", "id", merged, "into", kept));
        assertThat(mergedThen.of(kept).toString()).contains("Changing Weavers Co");
        assertThat(undone.ids()).containsExactlyInAnyOrder(kept, merged);
        assertThat(undone.of(merged)).containsEntry("change", "CHANGED");
        assertThat(undone.of(kept).toString()).doesNotContain("Changing Weavers Co");
        assertThat(split.ids()).containsExactlyInAnyOrder(kept, part);
    }

    @Test
    void giveThoseThatALoadOfARegisterChangedAndNotThoseItFoundTheSame() {
        // Given
        var one = UUID.randomUUID();
        var two = UUID.randomUUID();
        loaded(Map.of(one, "Changing Registered", two, "Changing Otherwise"));
        var before = new Copy(null, 1000).next();

        // When
        loaded(Map.of(one, "Changing Registered", two, "Changed Otherwise"));

        // Then
        var after = new Copy(before, 1000);
        assertThat(after.ids()).containsExactly(two.toString());
        assertThat(after.of(two.toString()).toString()).contains("Changed Otherwise");
    }

    @Test
    void waitForATransactionThatBeganEarlierAndEndsLater() {
        // Given
        var before = new Copy(null, 1000).next();
        var late = UUID.randomUUID();
        String early;
        Copy between;
        Copy held;

        // When
        try (var slow = database.open()) {
            slow.begin();
            registered(slow, late, "Changing Slowly");
            early = made("Changing Quickly", "CHARITY");
            between = new Copy(before, 1000);
            slow.commit();
        }
        held = new Copy(between.next(), 1000);

        // Then
        assertThat(between.ids()).isEmpty();
        assertThat(held.ids()).containsExactly(late.toString(), early);
    }

    @Test
    void neverSkipWhatManyTransactionsChangeAtOnce() throws Exception {
        // Given
        var before = new Copy(null, 1000).next();
        var written = new HashSet<String>();
        for (int number = 0; number < 60; number++) {
            written.add(new UUID(77, number).toString());
        }

        // When
        var writers = new ArrayList<Thread>();
        for (int writer = 0; writer < 3; writer++) {
            var own = writer;
            writers.add(new Thread(() -> {
                for (int number = own; number < 60; number += 3) {
                    var id = new UUID(77, number);
                    database.useTransaction(transaction -> {
                        registered(transaction, id, "Changing Together " + id);
                        transaction.execute("SELECT pg_sleep(random() * 0.15)");
                    });
                }
            }));
        }
        writers.forEach(Thread::start);
        var seen = new ArrayList<String>();
        var next = before;
        while (writers.stream().anyMatch(Thread::isAlive)) {
            var copy = new Copy(next, 7);
            seen.addAll(copy.ids());
            next = copy.next();
        }
        for (var writer : writers) {
            writer.join();
        }
        seen.addAll(new Copy(next, 7).ids());

        // Then
        assertThat(seen).doesNotHaveDuplicates().containsAll(written);
    }

    @Test
    void doNotShowNaturalPersonsNorMentionsNobodyKnows() {
        // Given
        var before = new Copy(null, 1000).next();
        var person = made("Ann Changing", "SOLE_TRADER");
        var shownOnce = made("Bob Changing", "PRIVATE_COMPANY");
        var unknown = new MentionSeen(
                UUID.randomUUID(), "anchor-one", null, "Changing Unheard Of 77", List.of(), null, false);
        identifications.see(List.of(unknown));
        var between = new Copy(before, 1000);

        // When
        state(shownOnce, "OWNERSHIP", "SOLE_TRADER");

        // Then
        assertThat(between.ids()).containsExactly(shownOnce);
        var after = new Copy(between.next(), 1);
        assertThat(after.ids()).containsExactly(shownOnce);
        assertThat(after.of(shownOnce)).isEqualTo(Map.of("change", "WITHHELD", "id", shownOnce));
        var toStewards = new ArrayList<String>();
        steward()
                .get(CHANGES + "?limit=1000")
                .jsonPath()
                .<String>getList("items.supplier.name")
                .forEach(toStewards::add);
        assertThat(toStewards).contains("Ann Changing", "Bob Changing").doesNotContain("Changing Unheard Of 77");
        assertThat(person).isNotNull();
    }

    @Test
    void areGivenAsCsvWithTheSameLinks() {
        var supplier = made("Changing Tables", "CHARITY");
        var json = analyst().get(CHANGES + "?limit=1000");

        var csv = analyst().accept("text/csv").get(CHANGES + "?limit=1000");

        csv.then().statusCode(200).contentType(startsWith("text/csv"));
        assertThat(csv.headers().getValues("Link")).contains(json.header("Link"));
        assertThat(json.header("Link")).isEqualTo("<" + json.jsonPath().getString("links.next") + ">; rel=\"next\"");
        assertThat(csv.asString())
                .startsWith("change,id,into,supplier_id,supplier_name,supplier_provisional,")
                .contains("CHANGED," + supplier + ",," + supplier + ",Changing Tables,false,");
    }

    @Test
    void takeNoBookmarkOfOthersAndSayWhenTheDatabaseIsAnother() {
        var next = new Copy(null, 1000).next();

        steward()
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unusable-cursor"));
        analyst()
                .get(CHANGES + "?since=AAAA")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/unusable-cursor"));
        var elsewhere = new CommitOrder.Place("1/1/1", 5, UUID.randomUUID());
        database.useHandle(handle -> org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> CommitOrder.after(handle, Optional.of(elsewhere)))
                .hasMessageContaining("make your copy anew"));
    }

    @Test
    void findSuppliersThatWereRestoredFromADatabaseThatWasFurther() {
        // Given
        var supplier = made("Changing Restored", "CHARITY");
        database.useHandle(handle -> handle.execute(
                "UPDATE supplier SET changed_in = changed_in + 1000000000 WHERE id = ?", UUID.fromString(supplier)));
        assertThat(new Copy(null, 1000).ids()).doesNotContain(supplier);

        // When
        int moved = database.inTransaction(transaction -> CommitOrder.renumber(transaction, "supplier"));

        // Then
        assertThat(moved).isEqualTo(1);
        assertThat(new Copy(null, 1000).ids()).contains(supplier);
    }

    /** What an analyst reads from a bookmark on, or from the beginning, as a mirror does that follows links.next. */
    private static final class Copy {

        private final List<JsonPath> answers = new ArrayList<>();

        Copy(String from, int limit) {
            var at = from == null ? CHANGES + "?limit=" + limit : from.replaceAll("limit=\\d+", "limit=" + limit);
            do {
                var answer = analyst().urlEncodingEnabled(false).get(at);
                answer.then().statusCode(200).header("Link", containsString("rel=\"next\""));
                answers.add(answer.jsonPath());
                at = answer.jsonPath().getString("links.next");
            } while (answers.get(answers.size() - 1).getList("items").size() == limit);
        }

        String next() {
            return answers.get(answers.size() - 1).getString("links.next");
        }

        List<String> ids() {
            return answers.stream()
                    .flatMap(answer -> answer.<String>getList("items.id").stream())
                    .toList();
        }

        Map<String, Object> of(String id) {
            return answers.stream()
                    .flatMap(answer -> answer.<Map<String, Object>>getList("items").stream())
                    .filter(item -> item.get("id").equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void loaded(Map<UUID, String> names) {
        database.useTransaction(transaction -> names.forEach((id, name) -> registered(transaction, id, name)));
    }

    private void registered(Handle transaction, UUID id, String name) {
        facts.record(
                transaction,
                List.of(new RegisteredSupplier(id, List.of(SupplierFact.name(name)))),
                new SupplierFacts.Source("a-register-of-changes", Optional.empty()));
    }

    private static String made(String name, String ownership) {
        return steward()
                .contentType("application/json")
                .body(Map.of("name", name, "ownership", ownership))
                .post("/v1/suppliers")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private static void state(String supplier, String kind, String value) {
        steward()
                .contentType("application/json")
                .body(Map.of("kind", kind, "value", value, "evidence", "a letter"))
                .post("/v1/suppliers/" + supplier + "/facts")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification steward() {
        return with(Tokens.of(REGISTER_STEWARD, AUDIENCE));
    }

    private static RequestSpecification analyst() {
        return with(Tokens.of(ANALYST, AUDIENCE));
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
