package anchorage.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Walks a list from its first page to its last by their links, as a client does that knows nothing of cursors. */
public final class Walk {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private Walk() {}

    /** What stands in one field of every item, page after page; between the first and the second, something happens. */
    public static List<String> through(
            Supplier<RequestSpecification> client, String list, String field, Runnable meanwhile) {
        var seen = new ArrayList<String>();
        var page = get(client, list);
        meanwhile.run();
        while (true) {
            page.jsonPath().getList("items." + field).forEach(item -> seen.add(String.valueOf(item)));
            var next = NEXT.matcher(String.join(", ", page.headers().getValues("Link")));
            if (!next.find()) {
                assertThat(page.jsonPath().getString("next")).isNull();
                return seen;
            }
            assertThat(next.group(1)).contains(page.jsonPath().getString("next"));
            page = get(client, next.group(1));
            assertThat(page.headers().getValues("Link")).anyMatch(link -> link.endsWith("rel=\"first\""));
        }
    }

    /** The cursor of a list's second page. */
    public static String cursor(Supplier<RequestSpecification> client, String list) {
        var next = get(client, list).jsonPath().getString("next");
        assertThat(next).as(list + " has a second page").isNotNull();
        return next;
    }

    private static Response get(Supplier<RequestSpecification> client, String address) {
        var answer = client.get().urlEncodingEnabled(false).get(address);
        answer.then().statusCode(200);
        return answer;
    }
}
