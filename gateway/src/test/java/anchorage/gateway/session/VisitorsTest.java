package anchorage.gateway.session;

import static anchorage.kit.security.Roles.ANALYST;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import anchorage.gateway.door.StandIn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What a browser with a session meets. */
@QuarkusTest
@QuarkusTestResource(StandIn.class)
class VisitorsTest {

    private static final String SITE = "https://spend.example.org";

    @Inject
    Sessions sessions;

    @Test
    void asksTheServicesWithTheSessionsTokenAndWithoutTheCookie() {
        var tokens = tokens("asking");

        browser(sessions.begin(tokens))
                .get("/v1/anchors")
                .then()
                .statusCode(200)
                .body("token", equalTo("Bearer " + tokens.access()))
                .body("cookie", equalTo(false))
                .header("Cache-Control", "private, no-cache");
    }

    @Test
    void letsATokenGoBeforeASession() {
        var sent = tokens("program").access();

        browser(sessions.begin(tokens("browser")))
                .header("Authorization", "Bearer " + sent)
                .post("/v1/match")
                .then()
                .statusCode(200)
                .body("token", equalTo("Bearer " + sent));
    }

    @Test
    void changesNothingForAPageOfAnotherSite() {
        var name = sessions.begin(tokens("tricked"));

        refused(browser(name));
        refused(browser(name).header("Origin", "https://evil.example.org"));
        refused(browser(name).header("Origin", "null"));
        refused(browser(name).header("Sec-Fetch-Site", "cross-site"));
        refused(browser(name).header("Sec-Fetch-Site", "same-site").header("Origin", SITE));
        refused(browser(name).header("Sec-Fetch-Site", "same-origin").header("Origin", "http://spend.example.org"));
    }

    @Test
    void changesThingsForItsOwnPages() {
        var name = sessions.begin(tokens("changing"));

        browser(name).header("Origin", SITE).post("/v1/match").then().statusCode(200);
        browser(name)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/v1/match")
                .then()
                .statusCode(200);
    }

    @Test
    void knowsNobodyByANameThatItDidNotGive() {
        browser("chosen-by-somebody")
                .get("/docs/account")
                .then()
                .statusCode(200)
                .body(containsString("You are not signed in"));
    }

    @Test
    void hasTheFrameworkTakeNoOtherWayInByTheNameOfACookieOrAWordInThePath() {
        given().cookie("q_session_portal", "handed-over")
                .header("Authorization", "Bearer " + tokens("with-cookies").access())
                .get("/v1/suppliers/portal")
                .then()
                .statusCode(200);
    }

    @Test
    void showsWhoIsSignedInOnEveryPage() {
        browser(sessions.begin(tokens("reading")))
                .get("/docs/quickstart")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("Signed in as"), containsString("Sign out"));
        given().get("/docs/quickstart")
                .then()
                .header("Vary", containsString("Cookie"))
                .body(containsString("href=\"" + SITE + "/docs/sign-in\""), not(containsString("Signed in as")));
    }

    @Test
    void tellsAPersonAsWhomTheyAreKnown() {
        browser(sessions.begin(tokens("known")))
                .get("/docs/account")
                .then()
                .statusCode(200)
                .body(containsString(ANALYST), containsString("bound to none"));
        given().get("/docs/account").then().statusCode(200).body(containsString("You are not signed in"));
    }

    @Test
    void endsTheSessionHereEvenIfTheIdentityProviderCannotBeTold() {
        var name = sessions.begin(tokens("leaving"));

        browser(name)
                .header("Origin", "https://evil.example.org")
                .post("/docs/sign-out")
                .then()
                .statusCode(403)
                .body("type", endsWith("/problems/cross-site-request"));
        assertThat(sessions.named(name)).isPresent();

        browser(name)
                .header("Origin", SITE)
                .post("/docs/sign-out")
                .then()
                .statusCode(503)
                .body("type", endsWith("/problems/identity-provider-unreachable"))
                .header("Set-Cookie", containsString("__Host-session=; Max-Age=0"));
        assertThat(sessions.named(name)).isEmpty();
    }

    @Test
    void letsNoPageRunOrShowWhatIsNotOurs() {
        given().get("/docs/reference")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self'"))
                .body(not(containsString("<style")), not(containsString("<script>")));
    }

    private static void refused(RequestSpecification request) {
        request.post("/v1/match").then().statusCode(403).body("type", endsWith("/problems/cross-site-request"));
    }

    private static RequestSpecification browser(String session) {
        return given().cookie("__Host-session", session);
    }

    private static Tokens tokens(String client) {
        return new Tokens(anchorage.testsupport.Tokens.ofClient(client, ANALYST, "gateway"), "refresh");
    }
}
