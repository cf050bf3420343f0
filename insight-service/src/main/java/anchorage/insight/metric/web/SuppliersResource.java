package anchorage.insight.metric.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.insight.metric.Answered;
import anchorage.insight.metric.SharedSuppliers;
import anchorage.insight.metric.TopSuppliers;
import anchorage.insight.scope.Scope;
import anchorage.kit.csv.CsvFile;
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

@Path("/v1/insights/suppliers")
@Tag(name = "Insights")
class SuppliersResource {

    private final Questions questions;
    private final TopSuppliers top;
    private final SharedSuppliers shared;

    SuppliersResource(Questions questions, TopSuppliers top, SharedSuppliers shared) {
        this.questions = questions;
        this.top = top;
        this.shared = shared;
    }

    @GET
    @Path("/top")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Who is paid most",
            description =
                    "Payments summed by legal entity, the largest first. A likely person's name is shown to that person's anchor alone. Counts PROCUREMENT unless a scope is named. As text/csv, the rows.")
    public TopSuppliers.Answer readTop(
            @BeanParam QuestionParameters parameters,
            @QueryParam("limit") @DefaultValue("30") @Min(1) @Max(10_000) @Parameter(description = "How many suppliers")
                    int limit) {
        return top.of(questions.of(parameters, Optional.of(Scope.PROCUREMENT)), limit, questions.audience());
    }

    @GET
    @Path("/top")
    @Produces(CsvFile.MEDIA_TYPE)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(hidden = true)
    public RestResponse<String> topCsv(
            @BeanParam QuestionParameters parameters,
            @QueryParam("limit") @DefaultValue("30") @Min(1) @Max(10_000) int limit) {
        return csv(Table.TOP_SUPPLIERS, readTop(parameters, limit));
    }

    @GET
    @Path("/shared")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Suppliers that several anchors pay",
            description =
                    "Legal entities that two or more of the anchors in question pay, the largest first. Counts PROCUREMENT unless a scope is named. As text/csv, the rows.")
    public SharedSuppliers.Answer readShared(
            @BeanParam QuestionParameters parameters,
            @QueryParam("limit") @DefaultValue("30") @Min(1) @Max(10_000) @Parameter(description = "How many suppliers")
                    int limit) {
        return shared.of(
                questions.acrossAnchors(parameters, Optional.of(Scope.PROCUREMENT)), limit, questions.audience());
    }

    @GET
    @Path("/shared")
    @Produces(CsvFile.MEDIA_TYPE)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(hidden = true)
    public RestResponse<String> sharedCsv(
            @BeanParam QuestionParameters parameters,
            @QueryParam("limit") @DefaultValue("30") @Min(1) @Max(10_000) int limit) {
        return csv(Table.SHARED_SUPPLIERS, readShared(parameters, limit));
    }

    private static RestResponse<String> csv(Table table, Answered answer) {
        return MetricCsv.of(table, answer, List.of("supplier"), answer.rows());
    }
}
