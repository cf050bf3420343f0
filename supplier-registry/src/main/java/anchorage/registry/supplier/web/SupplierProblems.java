package anchorage.registry.supplier.web;

import anchorage.kit.problem.Problem;
import anchorage.registry.RegistryProblem;
import anchorage.registry.supplier.UnknownSupplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What can go wrong with a supplier, and what the caller is told. */
class SupplierProblems {

    @ServerExceptionMapper
    public RestResponse<Problem> unknown(UnknownSupplier failure) {
        return Problem.of(RegistryProblem.UNKNOWN_SUPPLIER, failure.getMessage())
                .asResponse();
    }
}
