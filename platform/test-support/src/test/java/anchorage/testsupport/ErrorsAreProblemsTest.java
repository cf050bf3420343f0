package anchorage.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anchorage.kit.problem.Problem;
import anchorage.kit.problem.StandardProblem;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorsAreProblemsTest {

    @Test
    void letsAProblemPassAlsoOneThatIsWrittenAlready() {
        assertThatNoException().isThrownBy(() -> {
            check(404, Problem.MEDIA_TYPE, Problem.of(StandardProblem.NOT_FOUND, "gone"));
            check(404, Problem.MEDIA_TYPE, "{\"status\":404,\"type\":\"/problems/not-found\"}".getBytes(UTF_8));
        });
    }

    @Test
    void stopsAnErrorThatIsNoProblem() {
        refuses(404, "text/html", "<h1>Not Found</h1>", "no problem but text/html");
        refuses(404, "null", null, "no problem but null");
    }

    @Test
    void stopsAProblemOfAnotherStatus() {
        refuses(500, Problem.MEDIA_TYPE, Problem.of(StandardProblem.NOT_FOUND, "gone"), "says that it is 404");
    }

    @Test
    void stopsATypeWithoutAPage() {
        var unheardOf = new Problem(URI.create("/problems/unheard-of"), "Unheard of", 404, "gone", List.of(), null);

        refuses(404, Problem.MEDIA_TYPE, unheardOf, "/problems/unheard-of has no page");
    }

    private static void refuses(int status, String mediaType, Object entity, String why) {
        assertThatThrownBy(() -> check(status, mediaType, entity))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(why);
    }

    private static void check(int status, String mediaType, Object entity) {
        ErrorsAreProblems.check("GET /v1/nothing", status, mediaType, entity);
    }
}
