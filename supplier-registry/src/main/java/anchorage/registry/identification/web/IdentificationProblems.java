package anchorage.registry.identification.web;

import anchorage.kit.problem.Problem;
import anchorage.kit.problem.StandardProblem;
import anchorage.registry.RegistryProblem;
import anchorage.registry.identification.UnknownMention;
import anchorage.registry.supplier.UnfitMerge;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What can go wrong with a decision, and what the caller is told. */
class IdentificationProblems {

    @ServerExceptionMapper
    public RestResponse<Problem> unknown(UnknownMention failure) {
        return Problem.of(RegistryProblem.UNKNOWN_MENTION, failure.getMessage()).asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> unfit(UnfitMerge failure) {
        return Problem.of(StandardProblem.CONFLICT, failure.getMessage()).asResponse();
    }
}
