package anchorage.insight.metric.web;

import static anchorage.kit.security.Roles.ANALYST;
import static io.restassured.RestAssured.given;

import anchorage.testsupport.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What the service answers to those who ask. */
final class Asked {

    static final String AUDIENCE = "insight-service";

    private Asked() {}

    static JsonPath ask(String anchor, String path) {
        return JsonPath.from(text(anchor, path));
    }

    static String text(String anchor, String path) {
        return analyst()
                .queryParam("anchor", anchor)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** Answers a path that names its anchors itself. */
    static JsonPath ask(String path) {
        return analyst()
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The amounts of all lines behind a figure's link, page after page. */
    static List<String> amounts(String link) {
        return pages(link).toList();
    }

    private static Stream<String> pages(String link) {
        var first = ask(link + "&limit=10000");
        return Stream.concat(first.<String>getList("items.amount").stream(), following(link, first.getString("next")));
    }

    private static Stream<String> following(String link, String cursor) {
        if (cursor == null) {
            return Stream.empty();
        }
        var page = ask(link + "&limit=10000&cursor=" + cursor);
        return Stream.concat(page.<String>getList("items.amount").stream(), following(link, page.getString("next")));
    }

    static BigDecimal sum(Collection<String> amounts) {
        return amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static RequestSpecification analyst() {
        return with(Tokens.of(ANALYST, AUDIENCE));
    }

    static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
