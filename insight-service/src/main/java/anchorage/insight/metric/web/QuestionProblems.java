package anchorage.insight.metric.web;

import anchorage.insight.InsightProblem;
import anchorage.insight.knowledge.NotYetKnown;
import anchorage.insight.metric.BadQuestion;
import anchorage.insight.metric.QuestionTooWide;
import anchorage.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What can go wrong with a question, and what the caller is told. */
class QuestionProblems {

    @ServerExceptionMapper
    public RestResponse<Problem> bad(BadQuestion failure) {
        return Problem.of(InsightProblem.BAD_QUESTION, failure.getMessage()).asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> tooWide(QuestionTooWide failure) {
        return Problem.of(InsightProblem.QUESTION_TOO_WIDE, failure.getMessage())
                .asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> notYet(NotYetKnown failure) {
        return Problem.of(InsightProblem.NOT_YET_KNOWN, failure.getMessage()).asResponse();
    }
}
