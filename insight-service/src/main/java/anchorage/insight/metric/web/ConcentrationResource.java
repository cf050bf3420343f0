package anchorage.insight.metric.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.insight.metric.Concentration;
import anchorage.insight.metric.Dimension;
import anchorage.insight.scope.Scope;
import anchorage.kit.csv.CsvFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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

@Path("/v1/insights/concentration")
@Tag(name = "Insights")
class ConcentrationResource {

    private final Questions questions;
    private final Concentration concentration;

    ConcentrationResource(Questions questions, Concentration concentration) {
        this.questions = questions;
        this.concentration = concentration;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "On how few suppliers spending rests",
            description =
                    "Shares of the 10 and the 300 largest suppliers, and the Herfindahl-Hirschman index. Counts PROCUREMENT unless a scope is named. As text/csv, the rows.")
    public Concentration.Answer read(
            @BeanParam QuestionParameters parameters,
            @QueryParam("by")
                    @Parameter(
                            description =
                                    "Any of anchor, month, quarter, year, financial-year, category, ownership, size, decile, place, ward, with commas between",
                            example = "anchor")
                    String by) {
        return concentration.of(questions.of(parameters, Optional.of(Scope.PROCUREMENT)), Dimension.list(by));
    }

    @GET
    @Produces(CsvFile.MEDIA_TYPE)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(hidden = true)
    public RestResponse<String> csv(@BeanParam QuestionParameters parameters, @QueryParam("by") String by) {
        var answer = read(parameters, by);
        return MetricCsv.of(
                Table.CONCENTRATION,
                answer,
                Dimension.list(by).stream().map(Dimension::key).toList(),
                by == null || by.isBlank() ? List.of(answer.total()) : answer.rows());
    }
}
