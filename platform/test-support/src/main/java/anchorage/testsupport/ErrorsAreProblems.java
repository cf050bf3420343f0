package anchorage.testsupport;

import anchorage.kit.problem.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Fails whichever test has a service answer an error that is no problem as RFC 9457 says it, or one of a type without a
 * page: the answer becomes another than the test waits for, and the log says why.
 */
class ErrorsAreProblems {

    private static final int FIRST_ERROR = 400;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PAGES = Path.of(System.getenv("ANCHORAGE_ROOT"), "docs/problems");

    @ServerResponseFilter
    public void check(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < FIRST_ERROR) {
            return;
        }
        var what = request.getMethod() + " " + request.getUriInfo().getPath() + " is answered " + response.getStatus();
        check(what, response.getStatus(), String.valueOf(response.getMediaType()), response.getEntity());
    }

    static void check(String what, int status, String mediaType, Object entity) {
        if (!Problem.MEDIA_TYPE.equals(mediaType)) {
            throw new AssertionError(what + " and is no problem but " + mediaType);
        }
        var problem = read(entity);
        if (problem.path("status").asInt() != status) {
            throw new AssertionError(what + " and says that it is " + problem.path("status"));
        }
        var type = problem.path("type").asText();
        var name = type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf('#')) + 1);
        if (!Files.exists(PAGES.resolve(name + ".md"))) {
            throw new AssertionError(what + ", and its type " + type + " has no page");
        }
    }

    private static JsonNode read(Object entity) {
        try {
            // An answer that is given again is written already.
            return entity instanceof byte[] written ? JSON.readTree(written) : JSON.valueToTree(entity);
        } catch (IOException unreadable) {
            throw new AssertionError("an error that is no JSON", unreadable);
        }
    }
}
