package anchorage.kit.problem;

import anchorage.kit.tag.Precondition.PreconditionFailed;
import anchorage.kit.trace.Trace;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns the framework's own failures, and any that nobody expected, into problems. */
class StandardProblems {

    private static final Logger LOG = Logger.getLogger(StandardProblems.class);

    @ServerExceptionMapper
    public RestResponse<Problem> invalid(ConstraintViolationException failure) {
        var errors = failure.getConstraintViolations().stream()
                .map(StandardProblems::violation)
                .sorted((one, other) -> one.pointer().compareTo(other.pointer()))
                .toList();
        return Problem.of(StandardProblem.INVALID, "See errors for each rule that is broken.", errors)
                .asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> badToken(AuthenticationFailedException failure) {
        return Problem.of(
                        StandardProblem.NOT_AUTHENTICATED,
                        "The token is expired, malformed, or not meant for this service. Fetch a new one.")
                .asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> noToken(UnauthorizedException failure) {
        return Problem.of(StandardProblem.NOT_AUTHENTICATED, "Send 'Authorization: Bearer <access token>'.")
                .asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> forbidden(ForbiddenException failure) {
        var detail = failure.getMessage() == null
                ? "The token's roles do not include one that this operation asks for."
                : failure.getMessage();
        return Problem.of(StandardProblem.FORBIDDEN, detail).asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> changed(PreconditionFailed failure) {
        return Problem.of(StandardProblem.PRECONDITION_FAILED, failure.getMessage())
                .asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> unreadable(JsonProcessingException failure) {
        return unreadableJson(failure);
    }

    /** The framework has an answer of its own to this one, which is no problem document. */
    @ServerExceptionMapper
    public RestResponse<Problem> mismatched(MismatchedInputException failure) {
        return unreadableJson(failure);
    }

    @ServerExceptionMapper
    public RestResponse<Problem> framework(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return unreadableJson(json);
        }
        var status = failure.getResponse().getStatus();
        if (status >= 500) {
            LOG.error("request failed", failure);
        }
        var type = StandardProblem.of(status);
        var detail = status >= 500 ? "The failure is logged." : failure.getMessage();
        return new Problem(
                        type.uri(),
                        type.title(),
                        status,
                        detail,
                        List.of(),
                        Trace.id().orElse(null))
                .asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> unexpected(Throwable failure) {
        LOG.error("request failed", failure);
        return Problem.of(StandardProblem.INTERNAL, "The failure is logged. Nothing you sent is lost.")
                .asResponse();
    }

    private static RestResponse<Problem> unreadableJson(JsonProcessingException failure) {
        var where = failure.getLocation() == null
                ? ""
                : " at line " + failure.getLocation().getLineNr() + ", column "
                        + failure.getLocation().getColumnNr();
        var detail = failure instanceof UnrecognizedPropertyException unknown
                ? "There is no field '" + unknown.getPropertyName() + "' here; known are "
                        + unknown.getKnownPropertyIds()
                : "The JSON could not be read" + where + ".";
        return Problem.of(StandardProblem.BAD_REQUEST, detail).asResponse();
    }

    private static Problem.Violation violation(ConstraintViolation<?> violation) {
        String last = "";
        for (Path.Node node : violation.getPropertyPath()) {
            last = node.getName();
        }
        return new Problem.Violation(violation.getMessage(), "/" + last);
    }
}
