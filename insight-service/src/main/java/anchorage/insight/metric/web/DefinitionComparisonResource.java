package anchorage.insight.metric.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.insight.metric.DefinitionComparison;
import anchorage.insight.scope.Scope;
import anchorage.kit.csv.CsvFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/insights/local-definitions/comparison")
@Tag(name = "Insights")
class DefinitionComparisonResource {

    private final Questions questions;
    private final DefinitionComparison comparison;

    DefinitionComparisonResource(Questions questions, DefinitionComparison comparison) {
        this.questions = questions;
        this.comparison = comparison;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "One ledger by every definition of local",
            description =
                    "The local share of the same lines by each local definition. Counts PROCUREMENT unless a scope is named. As text/csv, the rows.")
    public DefinitionComparison.Answer read(@BeanParam QuestionParameters parameters) {
        return comparison.of(questions.of(parameters, Optional.of(Scope.PROCUREMENT)));
    }

    @GET
    @Produces(CsvFile.MEDIA_TYPE)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(hidden = true)
    public RestResponse<String> csv(@BeanParam QuestionParameters parameters) {
        var answer = read(parameters);
        return MetricCsv.of(Table.DEFINITIONS, answer, List.of("localDefinition"), answer.rows());
    }
}
