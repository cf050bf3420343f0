package anchorage.registry.register.web;

import anchorage.kit.problem.Problem;
import anchorage.registry.RegistryProblem;
import anchorage.registry.register.UnknownImport;
import anchorage.registry.register.UnknownRegister;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What can go wrong with a register, and what the caller is told. */
class RegisterProblems {

    @ServerExceptionMapper
    public RestResponse<Problem> unknown(UnknownRegister failure) {
        return Problem.of(RegistryProblem.UNKNOWN_REGISTER, failure.getMessage())
                .asResponse();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> unknown(UnknownImport failure) {
        return Problem.of(RegistryProblem.UNKNOWN_IMPORT, failure.getMessage()).asResponse();
    }
}
