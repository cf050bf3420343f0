package anchorage.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** The API answered with a problem. */
public final class ApiRefused extends NotDone {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final String body;

    ApiRefused(int status, String body) {
        super(
                status == 401 || status == 403 ? Outcome.NOT_ALLOWED : Outcome.PROBLEM,
                problem(body).map(problem -> sentence(status, problem)).orElse("HTTP " + status + ": " + body));
        this.status = status;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** The problem document (RFC 9457), if that is what was answered. */
    public Optional<JsonNode> problem() {
        return problem(body);
    }

    private static Optional<JsonNode> problem(String body) {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private static String sentence(int status, JsonNode problem) {
        var text = new StringBuilder(problem.path("title").asText("HTTP " + status));
        if (problem.hasNonNull("detail")) {
            text.append(". ").append(problem.get("detail").asText());
        }
        problem.path("errors").forEach(error -> text.append("\n  ")
                .append(error.path("pointer").asText())
                .append(": ")
                .append(error.path("detail").asText()));
        return text.toString();
    }
}
