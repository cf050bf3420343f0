package anchorage.insight.metric.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.insight.metric.Opportunities;
import anchorage.insight.scope.Scope;
import anchorage.kit.csv.CsvFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/insights/opportunities")
@Tag(name = "Insights")
class OpportunitiesResource {

    private final Questions questions;
    private final Opportunities opportunities;

    OpportunitiesResource(Questions questions, Opportunities opportunities) {
        this.questions = questions;
        this.opportunities = opportunities;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "Leaking money that local suppliers could take on",
            description =
                    "Anchors that leak in a category in which suppliers in their area are paid already, by them or "
                            + "by others. To an anchor's own people, payments of anchors that share only aggregates are told only "
                            + "where they cannot be told apart. Counts PROCUREMENT unless a scope is named. As text/csv, the rows.")
    public Opportunities.Answer read(
            @BeanParam QuestionParameters parameters,
            @QueryParam("growth")
                    @DefaultValue("1")
                    @DecimalMin("0")
                    @Parameter(
                            description =
                                    "How many times what they are paid now local suppliers could take on beside it")
                    BigDecimal growth,
            @QueryParam("limit") @DefaultValue("30") @Min(1) @Max(10_000) @Parameter(description = "How many rows")
                    int limit) {
        var scope = Optional.of(Scope.PROCUREMENT);
        return opportunities.of(
                questions.acrossAnchors(parameters, scope),
                questions.of(parameters, scope).anchors(),
                growth,
                limit,
                questions.audience());
    }

    @GET
    @Produces(CsvFile.MEDIA_TYPE)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(hidden = true)
    public RestResponse<String> csv(
            @BeanParam QuestionParameters parameters,
            @QueryParam("growth") @DefaultValue("1") @DecimalMin("0") BigDecimal growth,
            @QueryParam("limit") @DefaultValue("30") @Min(1) @Max(10_000) int limit) {
        var answer = read(parameters, growth, limit);
        return MetricCsv.of(Table.OPPORTUNITIES, answer, List.of("anchor", "category"), answer.rows());
    }
}
