package anchorage.insight.metric.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.insight.metric.Deprivation;
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

@Path("/v1/insights/deprivation")
@Tag(name = "Insights")
class DeprivationResource {

    private final Questions questions;
    private final Deprivation deprivation;

    DeprivationResource(Questions questions, Deprivation deprivation) {
        this.questions = questions;
        this.deprivation = deprivation;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "How deprived the places are where the money arrives",
            description = "Spend by the decile, in the English Indices of Multiple Deprivation, of the "
                    + "supplier's premises; what cannot be placed is (unmatched). Counts PROCUREMENT "
                    + "unless a scope is named. As text/csv, the rows.")
    public Deprivation.Answer read(@BeanParam QuestionParameters parameters) {
        return deprivation.of(questions.of(parameters, Optional.of(Scope.PROCUREMENT)));
    }

    @GET
    @Produces(CsvFile.MEDIA_TYPE)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(hidden = true)
    public RestResponse<String> csv(@BeanParam QuestionParameters parameters) {
        var answer = read(parameters);
        return MetricCsv.of(Table.DEPRIVATION, answer, List.of("decile"), answer.rows());
    }
}
