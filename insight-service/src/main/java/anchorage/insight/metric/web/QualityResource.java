package anchorage.insight.metric.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.insight.metric.Quality;
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

@Path("/v1/insights/quality")
@Tag(name = "Insights")
class QualityResource {

    private final Questions questions;
    private final Quality quality;

    QualityResource(Questions questions, Quality quality) {
        this.questions = questions;
        this.quality = quality;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "How far a ledger bears its figures",
            description =
                    "A score for each anchor and what it is made of. Counts every scope unless one is named. As text/csv, the rows.")
    public Quality.Answer read(@BeanParam QuestionParameters parameters) {
        return quality.of(questions.of(parameters, Optional.empty()));
    }

    @GET
    @Produces(CsvFile.MEDIA_TYPE)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(hidden = true)
    public RestResponse<String> csv(@BeanParam QuestionParameters parameters) {
        var answer = read(parameters);
        return MetricCsv.of(Table.QUALITY, answer, List.of("anchor"), answer.rows());
    }
}
