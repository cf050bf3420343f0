package anchorage.ingest.delivery.web;

import anchorage.ingest.IngestProblem;
import anchorage.ingest.delivery.BytesRefused;
import anchorage.ingest.delivery.NotApplied;
import anchorage.ingest.delivery.UnknownDelivery;
import anchorage.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What can go wrong with a delivery, and what the caller is told. */
class DeliveryProblems {

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
}
