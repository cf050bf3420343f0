package anchorage.ingest.anchor.web;

import anchorage.ingest.IngestProblem;
import anchorage.ingest.anchor.IdentityProviderFailed;
import anchorage.ingest.anchor.UnfitKey;
import anchorage.ingest.anchor.UnknownAnchor;
import anchorage.kit.problem.Problem;
import anchorage.kit.problem.StandardProblem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What can go wrong with an anchor, and what the caller is told. */
class AnchorProblems {

    private static final Logger LOG = Logger.getLogger(AnchorProblems.class);

    @ServerExceptionMapper
    public RestResponse<Problem> unknown(UnknownAnchor failure) {
        return Problem.of(IngestProblem.UNKNOWN_ANCHOR, failure.getMessage()).asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> unfit(UnfitKey failure) {
        return Problem.of(StandardProblem.INVALID, failure.getMessage()).asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> identityProvider(IdentityProviderFailed failure) {
        LOG.error("an anchor's client could not be changed", failure);
        return Problem.of(IngestProblem.IDENTITY_PROVIDER_FAILED, failure.getMessage())
                .asResponse();
    }
}
