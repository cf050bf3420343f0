package anchorage.kit.tag;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a client says must still be so before its change is made: If-Match with the tag of what it read, or
 * If-None-Match: * where it means to make something new. It is looked at before the change and not in its transaction, so
 * it tells a person that another was faster; it is no lock against a change in the same millisecond.
 */
@RequestScoped
public class Precondition {

    private final HttpHeaders headers;
    private final ObjectMapper json;

    Precondition(HttpHeaders headers, ObjectMapper json) {
        this.headers = headers;
        this.json = json;
    }

    /**
     * Goes on if what stands is what the client thinks, or if it says nothing of it.
     *
     * @param standing the representation that a GET would answer now, empty if there is none; asked only where needed
     * @throws PreconditionFailed if it is not
     */
    public void mustHold(Supplier<Optional<?>> standing) {
        var ifMatch = headers.getHeaderString(HttpHeaders.IF_MATCH);
        var ifNoneMatch = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (ifMatch == null && ifNoneMatch == null) {
            return;
        }
        var tag = standing.get().map(this::tag);
        if (ifMatch != null && tag.filter(now -> now.satisfies(ifMatch)).isEmpty()) {
            throw new PreconditionFailed(
                    tag.isEmpty()
                            ? "There is nothing here yet that If-Match could mean."
                            : "It has changed since you read it. Read it again, and decide anew.");
        }
        if (ifNoneMatch != null && tag.filter(now -> now.isIn(ifNoneMatch)).isPresent()) {
            throw new PreconditionFailed("It is there already, and If-None-Match asks that it is not.");
        }
    }

    private EntityTag tag(Object representation) {
        try {
            return EntityTag.of(json.writeValueAsBytes(representation));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the client took for given is not so. */
    public static final class PreconditionFailed extends RuntimeException {

        PreconditionFailed(String message) {
            super(message);
        }
    }
}
