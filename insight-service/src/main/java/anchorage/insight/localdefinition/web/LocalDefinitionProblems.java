package anchorage.insight.localdefinition.web;

import anchorage.insight.InsightProblem;
import anchorage.insight.localdefinition.UnknownLocalDefinition;
import anchorage.insight.localdefinition.UnusableLocalDefinition;
import anchorage.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What can go wrong with a local definition, and what the caller is told. */
class LocalDefinitionProblems {

    @ServerExceptionMapper
    public RestResponse<Problem> unknown(UnknownLocalDefinition failure) {
        return Problem.of(InsightProblem.UNKNOWN_DEFINITION, failure.getMessage())
                .asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> unusable(UnusableLocalDefinition failure) {
        return Problem.of(InsightProblem.UNUSABLE_DEFINITION, failure.getMessage())
                .asResponse();
    }
}
