package anchorage.ingest.webhook.web;

import anchorage.ingest.IngestProblem;
import anchorage.ingest.webhook.TooManyWebhooks;
import anchorage.ingest.webhook.UnfitAddress;
import anchorage.ingest.webhook.UnfitEvents;
import anchorage.ingest.webhook.UnknownNotice;
import anchorage.ingest.webhook.UnknownWebhook;
import anchorage.kit.problem.Problem;
import anchorage.kit.problem.StandardProblem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What can go wrong with a webhook, and what the caller is told. */
class WebhookProblems {

    @ServerExceptionMapper
    public RestResponse<Problem> unknown(UnknownWebhook failure) {
        return Problem.of(IngestProblem.UNKNOWN_WEBHOOK, failure.getMessage()).asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> unknown(UnknownNotice failure) {
        return Problem.of(IngestProblem.UNKNOWN_NOTICE, failure.getMessage()).asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> address(UnfitAddress failure) {
        return Problem.of(IngestProblem.UNFIT_ADDRESS, failure.getMessage()).asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> events(UnfitEvents failure) {
        return Problem.of(StandardProblem.INVALID, failure.getMessage()).asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> full(TooManyWebhooks failure) {
        return Problem.of(IngestProblem.TOO_MANY_WEBHOOKS, failure.getMessage()).asResponse();
    }
}
