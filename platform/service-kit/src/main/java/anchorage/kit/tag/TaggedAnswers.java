package anchorage.kit.tag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.File;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tags every JSON representation, and answers 304 to a client that has it already. */
class TaggedAnswers {

    private static final Set<String> WRITTEN = Set.of("GET", "PUT");

    private final ObjectMapper json;

    TaggedAnswers(ObjectMapper json) {
        this.json = json;
    }

    @ServerResponseFilter
    public void tag(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (response.getStatus() != 200
                || !WRITTEN.contains(request.getMethod())
                || !isJson(response)
                || !isWhole(response.getEntity())) {
            return;
        }
        // The bytes that are tagged are the bytes that are sent.
        var bytes = json.writeValueAsBytes(response.getEntity());
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

    private static boolean isJson(ContainerResponseContext response) {
        return response.getMediaType() != null && MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType());
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
