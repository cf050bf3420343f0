package anchorage.ingest.anchor;

import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;
import static org.hamcrest.Matchers.equalTo;

import anchorage.ingest.delivery.web.SpendFeed;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class CredentialsTest {

    private static final String CREDENTIALS = "/v1/anchors/demo-credentials/credentials";

    @BeforeEach
    void create() {
        new SpendFeed("demo-credentials").create();
    }

    @Test
    void showsAPublishersSecretOnce() {
        as(PLATFORM_ADMIN)
                .post(CREDENTIALS)
                .then()
                .statusCode(200)
                .body("$", equalTo(Map.of("client", "publisher-demo-credentials", "secret", "shown-once")));
    }

    @Test
    void endsAFormerSecretAndWritesDownWhoDid() {
        as(PLATFORM_ADMIN).delete(CREDENTIALS + "/former").then().statusCode(204);

        as(PLATFORM_ADMIN)
                .get("/v1/audit/spend-ingest?anchor=demo-credentials&limit=1")
                .then()
                .statusCode(200)
                .body("items[0].operation", equalTo("FormerSecretResource_end"))
                .body("items[0].about", equalTo(List.of("demo-credentials")))
                .body("items[0].status", equalTo(204));
    }

    @Test
    void endsNoFormerSecretOfAnAnchorThatIsNotKnown() {
        as(PLATFORM_ADMIN)
                .delete("/v1/anchors/demo-nobody/credentials/former")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-anchor"));
    }

    @Test
    void isForPlatformAdmins() {
        as(ANCHOR_PUBLISHER).post(CREDENTIALS).then().statusCode(403);
        as(ANCHOR_PUBLISHER).delete(CREDENTIALS + "/former").then().statusCode(403);
    }

    private static RequestSpecification as(String role) {
        return SpendFeed.with(Tokens.of(role, "spend-ingest"));
    }
}
