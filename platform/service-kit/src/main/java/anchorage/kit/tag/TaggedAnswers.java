package anchorage.kit.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.File;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tags every representation in JSON or CSV that is whole, and answers 304 to a client that has it already. */
class TaggedAnswers {

    private static final Set<String> WRITTEN = Set.of("GET", "PUT");
    private static final MediaType CSV = new MediaType("text", "csv");

    private final ObjectMapper json;

    TaggedAnswers(ObjectMapper json) {
        this.json = json;
    }

    /** Behind whatever changes the answer: the bytes that are tagged are the bytes that are sent. */
    @ServerResponseFilter(priority = Priorities.USER - 2000)
    public void tag(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (response.getStatus() != 200 || !WRITTEN.contains(request.getMethod())) {
            return;
        }
        var written = written(response);
        if (written.isEmpty()) {
            return;
        }
        var bytes = written.get();
        var tag = EntityTag.of(bytes);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag.value());
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        var known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (known != null && request.getMethod().equals("GET") && tag.isIn(known)) {
            response.setStatus(304);
            response.setEntity(null);
        } else {
            response.setEntity(bytes, null, response.getMediaType());
        }
    }

    private Optional<byte[]> written(ContainerResponseContext response) throws JsonProcessingException {
        if (is(response, CSV) && response.getEntity() instanceof String text) {
            return Optional.of(text.getBytes(UTF_8));
        }
        if (is(response, MediaType.APPLICATION_JSON_TYPE) && isWhole(response.getEntity())) {
            return Optional.of(json.writeValueAsBytes(response.getEntity()));
        }
        return Optional.empty();
    }

    private static boolean is(ContainerResponseContext response, MediaType type) {
        return response.getMediaType() != null && type.isCompatible(response.getMediaType());
    }

    private static boolean isWhole(Object entity) {
        return entity != null
                && !(entity instanceof byte[])
                && !(entity instanceof String)
                && !(entity instanceof File)
                && !(entity instanceof Multi<?>)
                && !(entity instanceof StreamingOutput);
    }
}
