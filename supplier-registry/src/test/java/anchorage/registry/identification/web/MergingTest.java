package anchorage.registry.identification.web;

import static anchorage.registry.identification.web.Steward.analyst;
import static anchorage.registry.identification.web.Steward.fact;
import static anchorage.registry.identification.web.Steward.identified;
import static anchorage.registry.identification.web.Steward.made;
import static anchorage.registry.identification.web.Steward.steward;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import anchorage.contracts.MentionSeen;
import anchorage.registry.identification.Identifications;
import anchorage.registry.identification.Stewardship;
import anchorage.registry.supplier.SupplierMerges;
import anchorage.testsupport.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class MergingTest {

    @Inject
    Identifications identifications;

    @Inject
    Stewardship stewardship;

    @Inject
    SupplierMerges merges;

    @Inject
    Jdbi database;

    @Test
    void leadsFromAMergedSupplierToItsSuccessorAndBack() {
        // Given
        var old = made("Spodden Textile Recovery Ltd", "GB-COH:91000011");
        var successor = made("Spodden Recovery Group Ltd", "GB-COH:91000012");
        var mention = seen("anchor-one", "Spodden Textile Recovery");
        assertThat(identified(mention).getString("identification.supplier")).isEqualTo(old);
        var before = Instant.now();

        // When
        var merge = steward()
                .body(Map.of("into", successor, "reason", "amalgamated"))
                .post("/v1/suppliers/" + old + "/merges")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");

        // Then
        analyst()
                .redirects()
                .follow(false)
                .get("/v1/suppliers/" + old)
                .then()
                .statusCode(308)
                .header("Location", endsWith("/v1/suppliers/" + successor));
        analyst()
                .get("/v1/suppliers/" + successor)
                .then()
                .body("names.value", hasItems("Spodden Textile Recovery Ltd", "Spodden Recovery Group Ltd"));
        analyst()
                .queryParam("asOf", before.toString())
                .get("/v1/suppliers/" + old)
                .then()
                .statusCode(200)
                .body("name", equalTo("Spodden Textile Recovery Ltd"));
        assertThat(identified(mention).getString("identification.supplier")).isEqualTo(successor);
        steward()
                .body(Map.of("into", old, "reason", "a circle"))
                .post("/v1/suppliers/" + successor + "/merges")
                .then()
                .statusCode(409);
        steward().delete("/v1/suppliers/" + old + "/merges/" + merge).then().statusCode(204);
        analyst().get("/v1/suppliers/" + old).then().statusCode(200);
        assertThat(identified(mention).getString("identification.supplier")).isEqualTo(old);
        analyst()
                .get("/v1/suppliers/" + old + "/history")
                .then()
                .body("merges", hasSize(1))
                .body("merges[0].undoneBy", equalTo("test-client"));
    }

    @Test
    void settlesAMergeWhoseUndoingACrashBrokeOff() {
        // Given
        var old = made("Naden Valley Glass Ltd", "GB-COH:91000015");
        var successor = made("Naden Group Ltd", "GB-COH:91000016");
        var mention = seen("anchor-one", "Naden Valley Glass");
        var merge = merged(old, successor);
        assertThat(identified(mention).getString("identification.supplier")).isEqualTo(successor);

        // When
        database.useTransaction(transaction -> merges.undo(transaction, merge, "a steward"));
        assertThat(identified(mention).getString("identification.supplier")).isEqualTo(successor);
        stewardship.settle();

        // Then
        assertThat(identified(mention).getString("identification.supplier")).isEqualTo(old);
    }

    @Test
    void leavesAMergeThatIsUndoneMeanwhileForItsOwnSettling() {
        // Given
        var one = made("Naden Ironworks Ltd", "GB-COH:91000017");
        var other = made("Naden Ropes Ltd", "GB-COH:91000018");
        var successor = made("Naden Holdings Ltd", "GB-COH:91000019");
        var mention = seen("anchor-one", "Naden Ropes");
        var first = merged(one, successor);
        var second = merged(other, successor);
        database.useTransaction(transaction -> merges.undo(transaction, first, "a steward"));
        var read = merges.unsettled();

        // When
        database.useTransaction(transaction -> merges.undo(transaction, second, "another"));
        database.useTransaction(transaction -> merges.settle(transaction, read));
        stewardship.settle();

        // Then
        assertThat(identified(mention).getString("identification.supplier")).isEqualTo(other);
    }

    private static UUID merged(String supplier, String into) {
        return UUID.fromString(steward()
                .body(Map.of("into", into, "reason", "amalgamated"))
                .post("/v1/suppliers/" + supplier + "/merges")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id"));
    }

    @Test
    void splitsAPartOffWithItsFactsAndMentions() {
        // Given
        var whole = made("Ribble Quay Trading Ltd", "GB-COH:91000021");
        steward()
                .body(Map.of("kind", "NAME", "value", "Ribble Quay Cafe", "role", "TRADING", "evidence", "menu"))
                .post("/v1/suppliers/" + whole + "/facts")
                .then()
                .statusCode(200);
        var mention = seen("anchor-one", "Ribble Quay Cafe");
        assertThat(identified(mention).getString("identification.supplier")).isEqualTo(whole);
        var fact = analyst()
                .get("/v1/suppliers/" + whole)
                .then()
                .extract()
                .jsonPath()
                .getLong("names.find { it.role == 'TRADING' }.id");

        // When
        var part = steward()
                .body(Map.of(
                        "name",
                        "Ribble Quay Cafe Co-operative",
                        "facts",
                        List.of(fact),
                        "mentions",
                        List.of(mention),
                        "reason",
                        "bought out by its staff"))
                .post("/v1/suppliers/" + whole + "/splits")
                .then()
                .statusCode(201)
                .body("names.value", hasItems("Ribble Quay Cafe", "Ribble Quay Cafe Co-operative"))
                .extract()
                .jsonPath()
                .getString("id");

        // Then
        assertThat(identified(mention).getString("identification.supplier")).isEqualTo(part);
        analyst().get("/v1/suppliers/" + whole).then().body("names.value", not(hasItem("Ribble Quay Cafe")));
        analyst()
                .get("/v1/suppliers/" + whole + "/history")
                .then()
                .body("supplier.names.value", hasItem("Ribble Quay Cafe"));
    }

    /** A mutual is bought by a public company: who asks on a day before the sale still sees the mutual. */
    private String seen(String anchor, String name) {
        var mention = UUID.randomUUID();
        identifications.see(List.of(new MentionSeen(mention, anchor, null, name, List.of(), null, false)));
        return mention.toString();
    }
}
