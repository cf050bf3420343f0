package anchorage.ingest.feed.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import anchorage.ingest.delivery.web.SpendFeed;
import anchorage.testsupport.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class PreconditionTest {

    private final SpendFeed feed =
            new SpendFeed("demo-tags-" + UUID.randomUUID().toString().substring(0, 8));

    @Test
    void sendsNothingToWhoHasItAlready() {
        feed.create();
        var tag = read().extract().header("ETag");

        feed.publisher()
                .header("If-None-Match", tag)
                .get(path())
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .body(emptyString());
    }

    @Test
    void tellsWhoChangesWhatAnotherHasChanged() {
        // Given
        feed.create();
        var tag = read().extract().header("ETag");
        put("If-Match", tag, "By the first").statusCode(200);

        // When
        var second = put("If-Match", tag, "By the second");

        // Then
        second.statusCode(412).body("type", endsWith("/problems/precondition-failed"));
        read().body("title", equalTo("By the first"));
    }

    @Test
    void answersAChangeWithTheTagOfWhatThenStands() {
        feed.create();
        var tag = put("If-Match", "*", "Changed").statusCode(200).extract().header("ETag");

        read().header("ETag", equalTo(tag));
    }

    @Test
    void answersAChangeWithItsTagAloneWhereThatIsPreferred() {
        // Given
        feed.create();

        // When
        var minimal = put("Prefer", "return=minimal", "Changed in silence").statusCode(204);

        // Then
        minimal.header("Preference-Applied", equalTo("return=minimal")).body(emptyString());
        read().header("ETag", equalTo(minimal.extract().header("ETag"))).body("title", equalTo("Changed in silence"));
        put("Prefer", "return=representation", "Changed aloud")
                .statusCode(200)
                .header("Preference-Applied", equalTo("return=representation"))
                .body("title", equalTo("Changed aloud"));
        put("Prefer", "handling=strict", "Changed").statusCode(200).header("Preference-Applied", nullValue());
    }

    @Test
    void makesNothingAnewThatIsThere() {
        feed.create();

        put("If-None-Match", "*", "Anew").statusCode(412).body("detail", containsString("there already"));
    }

    private ValidatableResponse read() {
        return feed.publisher().get(path()).then().statusCode(200).header("Vary", equalTo("Accept"));
    }

    private ValidatableResponse put(String header, String tag, String title) {
        return feed.publisher()
                .contentType("application/json")
                .header(header, tag)
                .body(Map.of("title", title, "threshold", "500"))
                .put(path())
                .then();
    }

    private String path() {
        return "/v1/anchors/" + feed.anchor() + "/feeds/spend";
    }
}
