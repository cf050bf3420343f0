package anchorage.idempotency;

import anchorage.idempotency.KeptAnswers.Answer;
import anchorage.idempotency.KeptAnswers.Keyed;
import anchorage.kit.problem.Problem;
import anchorage.kit.problem.ProblemType;
import anchorage.kit.security.Caller;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Looks at the key before an {@link Idempotent} operation, and keeps what it answered. */
class IdempotencyFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotent-Replayed";
    private static final String KEYED = IdempotencyFilter.class.getName();

    private final KeptAnswers answers;
    private final Caller caller;
    private final ObjectMapper json;

    IdempotencyFilter(KeptAnswers answers, Caller caller, ObjectMapper json) {
        this.answers = answers;
        this.caller = caller;
        this.json = json;
    }

    /** Lets the first request with a key through, and answers every other. */
    @Idempotent
    @ServerRequestFilter(priority = Priorities.USER)
    public Optional<Response> before(ContainerRequestContext request) throws IOException {
        var header = request.getHeaderString(HEADER);
        if (header == null) {
            return Optional.empty();
        }
        var key = IdempotencyKey.read(header);
        if (key.isEmpty()) {
            return Optional.of(problem(
                    IdempotencyProblem.UNREADABLE_KEY,
                    "A key is 1 to 200 visible ASCII characters, in quotation marks: Idempotency-Key: \"8e03978e\"."));
        }
        var keyed = new Keyed(caller.name(), key.get(), fingerprint(request));
        var known = answers.claim(keyed);
        if (known.isEmpty()) {
            request.setProperty(KEYED, keyed);
            return Optional.empty();
        }
        if (!known.get().isOf(keyed)) {
            return Optional.of(problem(
                    IdempotencyProblem.KEY_USED_OTHERWISE,
                    "The request that came with this key asked something else. Send a new key with a new request."));
        }
        return Optional.of(known.get().answer().map(IdempotencyFilter::again).orElseGet(() -> {
            var underway = problem(
                    IdempotencyProblem.REQUEST_UNDERWAY,
                    "Wait a second and send it again; the answer will be the same.");
            underway.getHeaders().putSingle("Retry-After", "1");
            return underway;
        }));
    }

    /** Keeps the answer, a refusal too; a failure of ours is not kept, since trying again can help. */
    @Idempotent
    @ServerResponseFilter
    public void after(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (!(request.getProperty(KEYED) instanceof Keyed keyed)) {
            return;
        }
        if (response.getStatus() >= 500) {
            answers.release(keyed);
            return;
        }
        var body = response.hasEntity() ? json.writeValueAsBytes(response.getEntity()) : null;
        var location = response.getHeaderString("Location");
        answers.keep(keyed, new Answer(response.getStatus(), mediaType(response), location, body));
    }

    private static String mediaType(ContainerResponseContext response) {
        return response.getMediaType() == null
                ? MediaType.APPLICATION_JSON
                : response.getMediaType().toString();
    }

    private static Response again(Answer answer) {
        var response = Response.status(answer.status()).header(REPLAYED, "true");
        if (answer.location() != null) {
            response.header("Location", answer.location());
        }
        if (answer.body() != null) {
            response.entity(answer.body()).type(answer.mediaType());
        }
        return response.build();
    }

    private static Response problem(ProblemType type, String detail) {
        return Problem.of(type, detail).asResponse().toResponse();
    }

    /** Of the method, the address and the body, so that one key stands for one request. */
    private static byte[] fingerprint(ContainerRequestContext request) throws IOException {
        var body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        var line =
                request.getMethod() + " " + request.getUriInfo().getRequestUri().getRawPath() + "?"
                        + request.getUriInfo().getRequestUri().getRawQuery() + "\n";
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
