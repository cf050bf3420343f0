package anchorage.registry.identification.web;

import static anchorage.kit.security.Roles.REGISTER_STEWARD;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class IdempotencyTest {

    @Inject
    Jdbi database;

    @Test
    void makesOneSupplierForOneKey() {
        // Given
        var key = UUID.randomUUID().toString();
        var first = make("\"" + key + "\"", "Harwood Lee Weavers");

        // When
        var second = make(key, "Harwood Lee Weavers");

        // Then
        first.then().statusCode(201);
        second.then().statusCode(201).header("Idempotent-Replayed", equalTo("true"));
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.contentType()).isEqualTo(first.contentType());
        steward("one").get("/v1/suppliers?q=Harwood Lee Weavers").then().body("items", hasSize(1));
    }

    @Test
    void takesNoKeyForAnotherRequest() {
        // Given
        var key = UUID.randomUUID().toString();
        make(key, "Turton Tower Tea Rooms").then().statusCode(201);

        // When
        var other = make(key, "Another Body Altogether");

        // Then
        other.then().statusCode(422).body("type", endsWith("/problems/idempotency-key-used-otherwise"));
    }

    @Test
    void keepsTheKeysOfClientsApart() {
        // Given
        var key = UUID.randomUUID().toString();
        make("one", key, "Barrow Bridge Bakery").then().statusCode(201);

        // When
        var ofAnother = make("another", key, "Barrow Bridge Bakers");

        // Then
        ofAnother.then().statusCode(201);
    }

    @Test
    void answersARefusalAgain() {
        // Given
        var key = UUID.randomUUID().toString();
        var address = "/v1/suppliers/" + UUID.randomUUID() + "/merges";
        var body = Map.of("into", UUID.randomUUID(), "reason", "one body");
        var refused = steward("one").header("Idempotency-Key", key).body(body).post(address);

        // When
        var again = steward("one").header("Idempotency-Key", key).body(body).post(address);

        // Then
        refused.then().statusCode(404);
        again.then().statusCode(404).contentType("application/problem+json");
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(refused.asString());
    }

    @Test
    void letsARequestWaitWhoseFirstIsUnderway() {
        // Given
        var key = UUID.randomUUID().toString();
        make(key, "Firwood Fold Joiners").then().statusCode(201);
        database.useHandle(handle -> handle.execute("UPDATE kept_answer SET status = NULL WHERE key = ?", key));

        // When
        var second = make(key, "Firwood Fold Joiners");

        // Then
        second.then()
                .statusCode(409)
                .header("Retry-After", equalTo("1"))
                .body("type", endsWith("/problems/request-underway"));
    }

    @Test
    void doesAgainWhatDiedUnanswered() {
        // Given
        var key = UUID.randomUUID().toString();
        make(key, "Smithills Hall Stewards").then().statusCode(201);
        database.useHandle(handle -> handle.execute(
                "UPDATE kept_answer SET status = NULL, begun_at = now() - interval '3 minutes' WHERE key = ?", key));

        // When
        var second = make(key, "Smithills Hall Stewards");

        // Then
        second.then().statusCode(201);
        assertThat(second.header("Idempotent-Replayed")).isNull();
    }

    @Test
    void saysWhatAKeyIs() {
        make("two words", "Nobody")
                .then()
                .statusCode(400)
                .body("type", endsWith("/problems/unreadable-idempotency-key"));
    }

    private Response make(String key, String name) {
        return make("one", key, name);
    }

    private Response make(String client, String key, String name) {
        return steward(client)
                .header("Idempotency-Key", key)
                .body(Map.of("name", name, "identifiers", List.of()))
                .post("/v1/suppliers");
    }

    private static RequestSpecification steward(String client) {
        return given().auth()
                .oauth2(Tokens.ofClient(client, REGISTER_STEWARD, "supplier-registry"))
                .contentType("application/json");
    }
}
