package anchorage.registry;

import static anchorage.kit.security.Roles.ANALYST;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import anchorage.kit.sunset.Sunset;
import anchorage.testsupport.Backends;
import anchorage.testsupport.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/** What a program is told that uses an operation which will end: one of this test, since none of ours does. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class EndingTest {

    @Path("/v1/ending-things")
    public static class EndingThings {

        @GET
        @RolesAllowed(ANALYST)
        @Operation(hidden = true)
        @Sunset(deprecatedOn = "2026-01-01", endsOn = "2027-02-03", successor = "/v2/things")
        public Map<String, String> list() {
            return Map.of("still", "here");
        }

        @GET
        @Path("/gone")
        @RolesAllowed(ANALYST)
        @Operation(hidden = true)
        @Sunset(deprecatedOn = "2026-01-01", endsOn = "2027-02-03", successor = "/v2/things")
        public Map<String, String> gone() {
            throw new NotFoundException("There is no such thing.");
        }
    }

    @Test
    void isToldWithEveryAnswer() {
        assertTold(get("/v1/ending-things"), 200);
        assertTold(get("/v1/ending-things/gone"), 404);
    }

    @Test
    void isNotToldOfWhatLasts() {
        var answer = get("/v1/registers");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Deprecation")).isNull();
        assertThat(answer.header("Sunset")).isNull();
    }

    private static void assertTold(Response answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.header("Deprecation")).isEqualTo("@1767225600");
        assertThat(answer.header("Sunset")).isEqualTo("Wed, 03 Feb 2027 00:00:00 GMT");
        assertThat(answer.headers().getValues("Link"))
                .containsExactly(
                        "</v2/things>; rel=\"successor-version\"",
                        "</docs/http#what-ends>; rel=\"deprecation\"; type=\"text/html\"");
    }

    private static Response get(String path) {
        return given().header("Authorization", "Bearer " + Tokens.of(ANALYST, "supplier-registry"))
                .get(path);
    }
}
