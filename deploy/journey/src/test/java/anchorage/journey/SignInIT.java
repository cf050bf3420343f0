package anchorage.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People at the gateway with a browser, and the real identity provider's own form. */
@ExtendWith(Whole.class)
class SignInIT {

    private static final String SESSION = "__Host-session";
    private static final String FIGURE = "/v1/insights/local-share?local=combined-authority";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static String site;

    private final Browser browser = new Browser();

    @BeforeAll
    static void up() {
        site = Whole.stack().home().gateway();
    }

    @Test
    void takesAPersonFromTheFormToAFigureAndOutAgain() {
        // Given
        var back = goThroughTheForm("demo-analyst");

        // When
        var signedIn = browser.get(back);
        var figure = browser.get(site + FIGURE);
        var tried = match("http://evil.example.org");
        var done = match(site);
        var left = browser.post(site + "/docs/sign-out", site, FORM, "");

        // Then
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(SESSION))
                .singleElement()
                .asString()
                .contains("Secure", "SameSite=Lax", "Path=/")
                .containsIgnoringCase("HttpOnly")
                .doesNotContain("Domain", "Max-Age");
        assertThat(figure.statusCode()).as(figure.body()).isEqualTo(200);
        assertThat(figure.body()).contains("\"share\"");
        assertThat(tried.statusCode()).isEqualTo(403);
        assertThat(tried.body()).contains("/problems/cross-site-request");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(left.statusCode()).isEqualTo(303);
    }

    @Test
    void leavesNothingOfASessionThatHasEnded() {
        // Given
        browser.get(goThroughTheForm("demo-analyst"));
        var name = browser.cookies(site).get(SESSION);

        // When
        browser.post(site + "/docs/sign-out", site, FORM, "");

        // Then
        assertThat(browser.cookies(site)).isEmpty();
        browser.cookies(site).put(SESSION, name);
        assertThat(browser.get(site + FIGURE).statusCode()).isEqualTo(401);
        // The identity provider has ended its own, and asks for the password again.
        var again = browser.get(Browser.location(browser.get(site + "/docs/sign-in")));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("name=\"password\"");
    }

    @Test
    void givesTheBrowserNoTokenAndEachTimeAnotherName() {
        // Given
        browser.cookies(site).put(SESSION, "chosen-by-somebody-else");

        // When
        browser.get(goThroughTheForm("demo-analyst"));
        var first = browser.cookies(site).get(SESSION);
        browser.get(Browser.location(browser.get(Browser.location(browser.get(site + "/docs/sign-in")))));
        var second = browser.cookies(site).get(SESSION);

        // Then
        assertThat(browser.cookies(site)).containsOnlyKeys(SESSION);
        assertThat(first).hasSize(43).isNotEqualTo(second).doesNotContain(".");
        browser.cookies(site).put(SESSION, first);
        assertThat(browser.get(site + FIGURE).statusCode()).isEqualTo(401);
        browser.cookies(site).put(SESSION, second);
        assertThat(browser.get(site + FIGURE).statusCode()).isEqualTo(200);
    }

    @Test
    void takesNoAnswerThatItDidNotAskFor() {
        // Given
        var back = goThroughTheForm("demo-analyst");
        var victim = new Browser();
        victim.get(site + "/docs/sign-in");

        // When
        var taken = victim.get(back);

        // Then
        assertThat(taken.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith(SESSION));
        assertThat(victim.cookies(site)).doesNotContainKey(SESSION);
    }

    @Test
    void letsThePortalInWithAProofKeyAndToOneAddressOnly() {
        var asked = Browser.location(browser.get(site + "/docs/sign-in"));

        assertThat(asked).contains("code_challenge_method=S256", "code_challenge=", "state=", "nonce=");
        var bare = browser.get(asked.replaceAll("&code_challenge(_method)?=[^&]*", ""));
        assertThat(Browser.location(bare)).contains("error=invalid_request");
        var elsewhere =
                browser.get(asked.replaceAll("redirect_uri=[^&]*", "redirect_uri=http%3A%2F%2Fevil.example.org"));
        assertThat(elsewhere.statusCode()).isEqualTo(400);
    }

    @Test
    void knowsAPersonsRolesAndAnchor() {
        browser.get(goThroughTheForm("demo-trafford-analyst"));

        assertThat(browser.get(site + "/docs/account").body())
                .contains("demo-trafford-analyst", "anchor-analyst", "demo-trafford-council");
        assertThat(browser.get(site + "/v1/identifications").statusCode()).isEqualTo(403);
    }

    /** Where the form leads back to. */
    private String goThroughTheForm(String person) {
        var page = browser.get(Browser.location(browser.get(site + "/docs/sign-in")));
        return Browser.location(
                browser.fillIn(page, person, Whole.stack().secrets().of(person)));
    }

    private HttpResponse<String> match(String origin) {
        return browser.post(
                site + "/v1/match", origin, "application/json", "{\"queries\":[{\"name\":\"Nobody Limited\"}]}");
    }
}
