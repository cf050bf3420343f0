package anchorage.kit.page;

import anchorage.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says why a list does not go on. */
class CursorProblems {

    @ServerExceptionMapper
    public RestResponse<Problem> unusable(UnusableCursor failure) {
        return Problem.of(CursorProblem.UNUSABLE, failure.getMessage()).asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> expired(ExpiredCursor failure) {
        return Problem.of(CursorProblem.EXPIRED, failure.getMessage()).asResponse();
    }
}
