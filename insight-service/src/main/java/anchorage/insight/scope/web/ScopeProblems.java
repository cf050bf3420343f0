package anchorage.insight.scope.web;

import anchorage.insight.InsightProblem;
import anchorage.insight.scope.UnknownScopeRules;
import anchorage.insight.scope.UnusableScopeRules;
import anchorage.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What can go wrong with scope rules, and what the caller is told. */
class ScopeProblems {

    @ServerExceptionMapper
    public RestResponse<Problem> unknown(UnknownScopeRules failure) {
        return Problem.of(InsightProblem.UNKNOWN_SCOPE_RULES, failure.getMessage())
                .asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> unusable(UnusableScopeRules failure) {
        return Problem.of(InsightProblem.UNUSABLE_SCOPE_RULES, failure.getMessage())
                .asResponse();
    }
}
