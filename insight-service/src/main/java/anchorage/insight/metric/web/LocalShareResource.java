package anchorage.insight.metric.web;

import static anchorage.kit.security.Roles.ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_ANALYST;
import static anchorage.kit.security.Roles.ANCHOR_PUBLISHER;
import static anchorage.kit.security.Roles.PLATFORM_ADMIN;

import anchorage.insight.metric.Dimension;
import anchorage.insight.metric.LocalShare;
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

@Path("/v1/insights/local-share")
@Tag(name = "Insights", description = "The figures, each with its basis, its bounds and its lines")
class LocalShareResource {

    private final Questions questions;
    private final LocalShare localShare;

    LocalShareResource(Questions questions, LocalShare localShare) {
        this.questions = questions;
        this.localShare = localShare;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(
            summary = "How much of the money stays",
            description =
                    "At least L / T and at most (L + U) / T, where T is all spend in scope, L what the definition "
                            + "calls local and U what cannot be located. Counts PROCUREMENT unless a scope is named. As text/csv, "
                            + "the rows.")
    public LocalShare.Answer read(
            @BeanParam QuestionParameters parameters,
            @QueryParam("by")
                    @Parameter(
                            description =
                                    "Any of anchor, month, quarter, year, financial-year, category, ownership, size, decile, place, ward, "
                                            + "with commas between",
                            example = "month")
                    String by) {
        return localShare.of(questions.of(parameters, Optional.of(Scope.PROCUREMENT)), Dimension.list(by));
    }

    @GET
    @Produces(CsvFile.MEDIA_TYPE)
    @RolesAllowed({PLATFORM_ADMIN, ANALYST, ANCHOR_ANALYST, ANCHOR_PUBLISHER})
    @Operation(hidden = true)
    public RestResponse<String> csv(@BeanParam QuestionParameters parameters, @QueryParam("by") String by) {
        var dimensions = Dimension.list(by);
        var answer = read(parameters, by);
        return MetricCsv.of(
                Table.LOCAL_SHARE,
                answer,
                dimensions.stream().map(Dimension::key).toList(),
                dimensions.isEmpty() ? List.of(answer.total()) : answer.rows());
    }
}
