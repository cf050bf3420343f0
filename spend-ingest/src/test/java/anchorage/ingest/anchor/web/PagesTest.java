package anchorage.ingest.anchor.web;

import static anchorage.kit.security.Roles.ANALYST;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.ingest.delivery.web.SpendFeed;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class PagesTest {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    /** RFC 8288: a client need know nothing of cursors. */
    @Test
    void leadFromTheFirstToTheLastByTheirLinks() {
        // Given
        var word = "demo-page-" + UUID.randomUUID().toString().substring(0, 8);
        for (var letter : "abc".split("")) {
            new SpendFeed(word + letter).create();
        }

        // When
        var seen = new ArrayList<String>();
        var address = "/v1/anchors?limit=1&cursor=" + word;
        for (int pages = 0; pages < 3; pages++) {
            var page = get(address);
            seen.add(page.jsonPath().getString("items[0].id"));
            assertThat(page.headers().getValues("Link")).anyMatch(link -> link.contains("rel=\"first\""));
            var next = NEXT.matcher(String.join(", ", page.headers().getValues("Link")));
            address = next.find() ? next.group(1) : null;
        }

        // Then
        assertThat(seen).containsExactly(word + "a", word + "b", word + "c");
    }

    @Test
    void endWithoutALink() {
        var all = get("/v1/anchors?limit=1000");

        assertThat(all.headers().getValues("Link")).isEmpty();
    }

    private static Response get(String address) {
        var answer = SpendFeed.with(Tokens.of(ANALYST, "spend-ingest")).get(address);
        answer.then().statusCode(200);
        return answer;
    }
}
