package anchorage.registry.place.web;

import anchorage.kit.problem.Problem;
import anchorage.registry.RegistryProblem;
import anchorage.registry.place.UnknownPlace;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What can go wrong with a place, and what the caller is told. */
class PlaceProblems {

    @ServerExceptionMapper
    public RestResponse<Problem> unknown(UnknownPlace failure) {
        var type = failure.isPostcode() ? RegistryProblem.UNKNOWN_POSTCODE : RegistryProblem.UNKNOWN_PLACE;
        return Problem.of(type, failure.getMessage()).asResponse();
    }
}
