package anchorage.insight.metric.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.insight.metric.SharedSuppliers;
import anchorage.insight.scope.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/insights/suppliers/shared")
@Tag(name = "Insights")
class SharedSuppliersResource {

    private final Questions questions;
    private final SharedSuppliers suppliers;

    SharedSuppliersResource(Questions questions, SharedSuppliers suppliers) {
        this.questions = questions;
        this.suppliers = suppliers;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Suppliers that several anchors pay",
            description =
                    "Legal entities that two or more of the anchors in question pay, the largest first. Counts PROCUREMENT unless a scope is named. As text/csv, the rows.")
    public SharedSuppliers.Answer read(
            @BeanParam QuestionParameters parameters,
            @QueryParam("limit") @DefaultValue("30") @Min(1) @Max(10_000) @Parameter(description = "How many suppliers")
                    int limit) {
        return suppliers.of(
                questions.acrossAnchors(parameters, Optional.of(Scope.PROCUREMENT)), limit, questions.audience());
    }

    @GET
    @Produces("text/csv;qs=0.5")
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(hidden = true)
    public RestResponse<String> csv(
            @BeanParam QuestionParameters parameters,
            @QueryParam("limit") @DefaultValue("30") @Min(1) @Max(10_000) int limit) {
        var answer = read(parameters, limit);
        return CsvTable.of("suppliers-shared", answer, List.of("supplier"), SharedSuppliers.Row.class, answer.rows());
    }
}
