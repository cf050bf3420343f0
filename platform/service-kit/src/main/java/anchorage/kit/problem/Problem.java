package anchorage.kit.problem;

import anchorage.kit.trace.Trace;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/** An error as RFC 9457 says it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "An error, as RFC 9457 defines it. The type resolves to a page that says what to do.")
public record Problem(
        @Schema(
                format = "uri-reference",
                description = "URI reference of the kind of error",
                examples = "/problems/not-found")
        URI type,

        @Schema(description = "One short sentence, the same for every error of this type")
        String title,

        @Schema(description = "The HTTP status", examples = "404")
        int status,

        @Schema(description = "What went wrong this time, and what to do")
        String detail,

        @Schema(description = "What is wrong with which part of the request")
        List<Violation> errors,

        @Schema(
                description =
                        "The trace of the request (W3C Trace Context), by which those who run the service find it "
                                + "in their logs",
                examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        String traceId) {

    /** The media type of every error. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One broken rule.
     *
     * @param detail the rule, in words
     * @param pointer JSON Pointer into the body, or the parameter's name
     */
    public record Violation(String detail, String pointer) {}

    /** A problem with a sentence for the caller. */
    public static Problem of(ProblemType type, String detail) {
        return of(type, detail, List.of());
    }

    /** A problem with a sentence and the single rules that were broken. */
    public static Problem of(ProblemType type, String detail, List<Violation> errors) {
        return new Problem(
                type.uri(),
                type.title(),
                type.status(),
                detail,
                errors,
                Trace.id().orElse(null));
    }

    /** This problem as an HTTP answer. */
    public RestResponse<Problem> asResponse() {
        var response = RestResponse.ResponseBuilder.<Problem>create(status)
                .entity(this)
                .header("Content-Type", MEDIA_TYPE)
                .header("Content-Language", "en");
        if (status == 401) {
            response.header("WWW-Authenticate", "Bearer");
        }
        return response.build();
    }
}
