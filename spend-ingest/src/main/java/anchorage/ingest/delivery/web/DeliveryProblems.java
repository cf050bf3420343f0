package anchorage.ingest.delivery.web;

import anchorage.ingest.IngestProblem;
import anchorage.ingest.delivery.BytesRefused;
import anchorage.ingest.delivery.NotApplied;
import anchorage.ingest.delivery.TooMuchWaiting;
import anchorage.ingest.delivery.UnknownDelivery;
import anchorage.kit.problem.Problem;
import anchorage.kit.problem.StandardProblem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What can go wrong with a delivery, and what the caller is told. */
class DeliveryProblems {

    /** Some deliveries of usual size are read in this time. */
    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    public RestResponse<Problem> unknown(UnknownDelivery failure) {
        return Problem.of(IngestProblem.UNKNOWN_DELIVERY, failure.getMessage()).asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> notApplied(NotApplied failure) {
        return Problem.of(IngestProblem.DELIVERY_NOT_APPLIED, failure.getMessage())
                .asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> bytes(BytesRefused failure) {
        var type = failure.isEmpty() ? IngestProblem.EMPTY_DELIVERY : IngestProblem.DIGEST_MISMATCH;
        return Problem.of(type, failure.getMessage()).asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> waiting(TooMuchWaiting failure) {
        var type =
                failure.isOfOneAnchor() ? StandardProblem.QUOTA_EXCEEDED : StandardProblem.TEMPORARY_REDUCED_CAPACITY;
        var response = Problem.of(type, failure.getMessage()).asResponse();
        response.getHeaders().add("Retry-After", RETRY_AFTER_SECONDS);
        return response;
    }
}
