package anchorage.gateway.door;

import anchorage.gateway.limit.Admission;
import anchorage.kit.problem.Problem;
import anchorage.kit.problem.ProblemType;
import anchorage.kit.problem.StandardProblem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** What the door itself answers, when it lets a request through to no service. */
@ApplicationScoped
class Refusals {

    private final ObjectMapper json;

    Refusals(ObjectMapper json) {
        this.json = json;
    }

    /** Answers with a problem. */
    void send(RoutingContext context, ProblemType type, String detail) {
        if (type.status() == 401) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
        }
        send(context, type.status(), json.valueToTree(Problem.of(type, detail)));
    }

    /** Answers that a quota is used up, by draft-ietf-httpapi-ratelimit-headers. */
    void sendTooMany(RoutingContext context, Admission admission) {
        var problem = json.<ObjectNode>valueToTree(Problem.of(
                StandardProblem.QUOTA_EXCEEDED,
                admission.isOneTooMany()
                        ? "More of your requests are underway at once than RateLimit-Policy grants. Let one of them "
                                + "end, and send the same again."
                        : "More requests came than RateLimit-Policy grants. Wait %d s, and send the same again."
                                .formatted(admission.retryAfter())));
        problem.set("violated-policies", json.valueToTree(admission.violated()));
        context.response().putHeader("Retry-After", String.valueOf(admission.retryAfter()));
        send(context, StandardProblem.QUOTA_EXCEEDED.status(), problem);
    }

    /** A problem as bytes. */
    Buffer written(ProblemType type, String detail) {
        return bytes(json.valueToTree(Problem.of(type, detail)));
    }

    private void send(RoutingContext context, int status, JsonNode problem) {
        // What is left of the body is let go, so that the connection can be used again.
        context.request().resume();
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Content-Language", "en")
                .end(bytes(problem));
    }

    private Buffer bytes(JsonNode problem) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
