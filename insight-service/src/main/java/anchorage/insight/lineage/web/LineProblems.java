package anchorage.insight.lineage.web;

import anchorage.insight.InsightProblem;
import anchorage.insight.lineage.UnknownLine;
import anchorage.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What can go wrong with a line, and what the caller is told. */
class LineProblems {

    @ServerExceptionMapper
    public RestResponse<Problem> unknown(UnknownLine failure) {
        return Problem.of(InsightProblem.UNKNOWN_LINE, failure.getMessage()).asResponse();
    }
}
